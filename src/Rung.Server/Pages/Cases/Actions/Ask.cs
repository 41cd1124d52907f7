using Rung.Core.Guides;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>Fields that several actions ask.</summary>
internal static class Ask
{
    public static FieldView Long(string name, string label) => new(name, label, FieldType.Long);

    public static FieldView Text(string name, string label) => new(name, label);

    /// <summary>One of a few; the first is chosen.</summary>
    public static FieldView One(string name, string label, IEnumerable<(string Value, string Label)> options) =>
        new(name, label, FieldType.Choice)
        {
            Options = [.. options.Select((option, index) => new OptionView(option.Value, option.Label, index == 0))],
        };

    public static FieldView Select(string name, string label, IEnumerable<(string Value, string Label)> options) =>
        new(name, label, FieldType.Select)
        {
            Options = [.. options.Select(option => new OptionView(option.Value, option.Label))],
        };

    /// <summary>Name of the field for who approved what is said.</summary>
    public const string Approver = "approved-by";

    public static FieldView ApprovedBy(Need approval) =>
        Text(Approver, "Approved by") with
        {
            Optional = approval != Need.Required,
        };

    public static FieldView HowItCame(params IReadOnlyList<Channel> channels) =>
        One("channel", "How", channels.Select(channel => (channel.ToString(), ChannelWords.Of(channel))));

    public static Channel Channel(FormValues form) =>
        Enum.TryParse<Channel>(form.Text("channel"), out var channel) && Enum.IsDefined(channel)
            ? channel
            : Core.Guides.Channel.Phone;
}

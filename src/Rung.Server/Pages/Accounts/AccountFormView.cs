using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Accounts;

/// <summary>One form about accounts.</summary>
/// <param name="Action">Where it is sent.</param>
public sealed record AccountFormView(string Action, string Button, IReadOnlyList<FieldView> Fields)
{
    public string? Heading { get; init; }

    /// <summary>Sentences before the fields.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    /// <summary>What a script asks the device for: <c>make</c> a passkey, <c>show</c> one; null: it is a form like others.</summary>
    public string? Passkey { get; init; }

    /// <summary>How the button looks: <c>primary</c>, <c>danger</c>, or plain.</summary>
    public string Look { get; init; } = "";

    /// <summary>Another button that sends the form, and what it says of itself; null: there is none.</summary>
    public (string Label, string Name)? Also { get; init; }

    /// <summary>The same, with what is wrong said at the fields.</summary>
    public AccountFormView With(IReadOnlyList<(string Field, string? Fault)> faults) =>
        this with
        {
            Fields =
            [
                .. Fields.Select(field =>
                    field with
                    {
                        Error = faults.FirstOrDefault(one => one.Field == field.Name && one.Fault is not null).Fault,
                    }
                ),
            ],
        };

    /// <summary>What is wrong, for the top of the page.</summary>
    public IReadOnlyList<ErrorView> Errors =>
        [.. Fields.Where(one => one.Error is not null).Select(one => new ErrorView(one.Error!, one.ElementId))];
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk.Heartbeats;
using Rung.Server.Pages.Forms;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Pages.Heartbeats;

/// <summary>The fields of a heartbeat, and the heartbeat of the fields.</summary>
internal static class HeartbeatForm
{
    private const string NotAnswered = "";
    private const string Answer = "answers.";

    /// <param name="customer">As the field has it: a site code; empty: none yet.</param>
    public static IReadOnlyList<FieldView> Fields(Guide guide, Heartbeat? heartbeat, string customer) =>
        [
            new("name", "What is to be heard of")
            {
                Value = heartbeat?.Name ?? "",
                Hint = "Such as “Line monitor of Larkmere”: the case says that nothing is heard of it.",
            },
            new("customer", "Customer") { Value = customer, Hint = "Site code or name." },
            new("site", "Site")
            {
                Value = heartbeat?.Site ?? "",
                Optional = true,
                Hint = "Code of one of the customer's sites.",
            },
            new("every", "Expected at least every")
            {
                Value = heartbeat is null ? "" : TypedInterval.Text(heartbeat.Every),
                Hint = "Such as 15 min, 2 h or 1 day. Leave room for one sign of life that is lost.",
            },
            .. Choices(guide, heartbeat),
        ];

    public static Heartbeat Heartbeat((string Desk, string Id) key, FormValues form, (Actor Actor, Instant Now) by) =>
        new(key.Desk, key.Id)
        {
            Name = form.Text("name"),
            CustomerId = "",
            Site = form.Maybe("site"),
            Every = TypedInterval.Of(form.Text("every")) ?? Duration.Zero,
            Kind = form.Maybe("kind") ?? CaseKind.Fault,
            Services = form.All("services"),
            Answers = form
                .Names.Where(name => name.StartsWith(Answer, StringComparison.Ordinal) && form.Maybe(name) is not null)
                .ToDictionary(name => name[Answer.Length..], form.Text, StringComparer.Ordinal),
            ChangedBy = by.Actor,
            ChangedAt = by.Now,
        };

    private static IEnumerable<FieldView> Choices(Guide guide, Heartbeat? heartbeat)
    {
        var kinds = HeartbeatCase.Kinds(guide).ToList();
        yield return FieldView.Select(
            "kind",
            "Its silence is a",
            heartbeat?.Kind ?? kinds.FirstOrDefault()?.Id ?? "",
            kinds.Select(kind => (kind.Id, kind.Name))
        ) with
        {
            Hint = "What is answered below goes onto the case, so that the guide can propose its priority.",
        };
        foreach (var question in HeartbeatCase.Questions(guide))
        {
            yield return FieldView.Select(
                Answer + question.Id,
                question.Ask,
                heartbeat?.Answers.GetValueOrDefault(question.Id) ?? NotAnswered,
                [(NotAnswered, "Not known"), .. question.Options.Select(option => (option.Id, option.Label))]
            ) with
            {
                Optional = true,
            };
        }
        if (guide.Services.Count > 0)
        {
            yield return new("services", "What it is about", FieldType.Many)
            {
                Optional = true,
                Options =
                [
                    .. guide.Services.Select(service => new OptionView(
                        service.Id,
                        service.Name,
                        heartbeat?.Services.Contains(service.Id) == true
                    )),
                ],
            };
        }
    }
}

using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>What the desk asks while the customer escalates: little, in the order of the call. SMC-04 to SMC-08, SMC-25.</summary>
internal static class EscalateFields
{
    // Answered by digits, each of which goes on to the next question: there is a caller on the line.
    public static IReadOnlyList<FieldView> Of(ActionScene scene) =>
        [
            .. Asked(scene)
                .Select(field =>
                    field.Type is FieldType.Choice or FieldType.Many ? field with { Numbered = true } : field
                ),
        ];

    private static IEnumerable<FieldView> Asked(ActionScene scene) =>
        EscalationActions.Ladder(scene) is { } ladder && EscalationActions.NextLevel(scene) is { } next
            ?
            [
                Ask.Text("from", "Who escalates") with
                {
                    Value = scene.State.Logged.Reporter.ContactName,
                },
                Ask.One("level", "Level", Levels(scene, ladder, next)),
                .. HowItCame(next),
                .. WhatTheyRang(scene.Guide, ladder),
                .. Reasons(ladder),
                Ask.Text("note", "In their words") with
                {
                    Optional = true,
                },
                .. ladder.CallBack is null ? Array.Empty<FieldView>() : [Acknowledged, CallBack(scene)],
                .. LeavingOut(scene, ladder),
            ]
            : [];

    private static IEnumerable<FieldView> HowItCame(Level next)
    {
        var channels = next
            .Entries.OfType<Entry.ByRequest>()
            .SelectMany(entry => entry.Channels)
            .DefaultIfEmpty(Channel.Phone)
            .Distinct()
            .ToArray();
        return channels.Length > 1 ? [Ask.HowItCame(channels)] : [];
    }

    private static IEnumerable<FieldView> WhatTheyRang(Guide guide, Ladder ladder) =>
        Numbers(guide) is { Count: > 0 } numbers && ladder.CallBack is not null
            ? [Ask.One("number", "Number they rang", numbers.Select(number => (number, number)))]
            : [];

    private static IEnumerable<FieldView> Reasons(Ladder ladder)
    {
        if (ladder.Reasons.Count > 0)
        {
            yield return new("reasons", "Reasons", FieldType.Many)
            {
                Options = [.. ladder.Reasons.Select(reason => new OptionView(reason.Id, reason.Name))],
                Optional = true,
            };
        }
    }

    private static FieldView Acknowledged =>
        new("acknowledged", "Acknowledgement", FieldType.Many)
        {
            Options = [new OptionView("yes", "Acknowledged by word of mouth")],
        };

    private static IEnumerable<FieldView> LeavingOut(ActionScene scene, Ladder ladder) =>
        MaySkip(scene, ladder) ? [Ask.Text("override", "Why a level is left out") with { Optional = true }] : [];

    public static FieldView CallBack(ActionScene scene) =>
        Ask.Text("call-back", "Call back at") with
        {
            Hint =
                $"By the customer's clock, {TypedMoment.ZoneOf(scene).Id}: 16:30, or 2027-03-28 04:00. A contact planned soon takes its place.",
            Optional = true,
        };

    public static CaseCommand Command(ActionScene scene, FormValues form) =>
        new Escalate
        {
            Level = form.Number("level"),
            SeenLevel = scene.State.Escalation?.Level ?? 0,
            From = form.Text("from"),
            Channel = Ask.Channel(form),
            Number = form.Maybe("number"),
            Reasons = form.All("reasons"),
            Note = form.Maybe("note"),
            Acknowledged = form.All("acknowledged").Count > 0,
            CallBack = form.Maybe("call-back") is { } at ? TypedMoment.Of(scene, at) ?? TypedMoment.Wrong : null,
            Override = form.Maybe("override"),
        };

    private static IEnumerable<(string, string)> Levels(ActionScene scene, Ladder ladder, Level next) =>
        ladder
            .Levels.Where(level =>
                level == next
                || (level.Number > next.Number && (ladder.Mode == LadderMode.Free || MaySkip(scene, ladder)))
            )
            .Select(level => ($"{level.Number}", $"{level.Name}: {scene.Guide.RoleTitle(level.Role)}"));

    private static bool MaySkip(ActionScene scene, Ladder ladder) =>
        ladder.Mode == LadderMode.Sequential && ladder.SkipBy.Contains(scene.Actor.Role);

    // SMC-05: which of the published numbers was rung.
    private static List<string> Numbers(Guide guide) =>
        [
            .. guide
                .Routes.SelectMany(route => route.Addresses)
                .Where(address => address is { Channel: Channel.Phone, MayEscalate: Permission.Yes })
                .Select(address => address.Address)
                .Distinct(),
        ];
}

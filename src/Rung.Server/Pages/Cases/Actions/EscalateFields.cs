using System.Globalization;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>What the desk asks while the customer escalates: little, in the order of the call. SMC-04 to SMC-08, SMC-25.</summary>
internal static class EscalateFields
{
    // Between a ladder and its level; no id has it.
    private const char Within = '/';

    // Answered by digits, each of which goes on to the next question: there is a caller on the line.
    public static IReadOnlyList<FieldView> Of(ActionScene scene) =>
        [
            .. Asked(scene)
                .Select(field =>
                    field.Type is FieldType.Choice or FieldType.Many ? field with { Numbered = true } : field
                ),
        ];

    private static IEnumerable<FieldView> Asked(ActionScene scene)
    {
        var open = scene.OpenLadders;
        var calls = open.Any(one => one.Ladder.CallBack is not null);
        return open.Count == 0
            ? []
            :
            [
                Ask.Text("from", "Who escalates") with
                {
                    Value = scene.State.Logged.Reporter.ContactName,
                },
                Ask.One("level", "Level", open.SelectMany(one => Levels(scene, one, open.Count))),
                .. HowItCame(open),
                .. calls ? WhatTheyRang(scene.Guide) : [],
                .. Reasons(open),
                Ask.Text("note", "In their words") with
                {
                    Optional = true,
                },
                .. calls ? [Acknowledged, CallBack(scene)] : Array.Empty<FieldView>(),
                .. open.Any(one => one.MaySkip(scene)) ? [LeavingOut] : Array.Empty<FieldView>(),
            ];
    }

    private static IEnumerable<FieldView> HowItCame(IReadOnlyList<OpenLadder> open)
    {
        Channel[] channels = [.. open.SelectMany(one => one.Channels).Distinct()];
        return channels.Length > 1 ? [Ask.HowItCame(channels)] : [];
    }

    private static IEnumerable<FieldView> WhatTheyRang(Guide guide) =>
        Numbers(guide) is { Count: > 0 } numbers
            ? [Ask.One("number", "Number they rang", numbers.Select(number => (number, number)))]
            : [];

    private static IEnumerable<FieldView> Reasons(IReadOnlyList<OpenLadder> open)
    {
        var reasons = open.SelectMany(one => one.Ladder.Reasons).DistinctBy(reason => reason.Id).ToList();
        if (reasons.Count > 0)
        {
            yield return new("reasons", "Reasons", FieldType.Many)
            {
                Options = [.. reasons.Select(reason => new OptionView(reason.Id, reason.Name))],
                Optional = true,
            };
        }
    }

    private static FieldView Acknowledged =>
        new("acknowledged", "Acknowledgement", FieldType.Many)
        {
            Options = [new OptionView("yes", "Acknowledged by word of mouth")],
        };

    private static FieldView LeavingOut => Ask.Text("override", "Why a level is left out") with { Optional = true };

    public static FieldView CallBack(ActionScene scene) =>
        Ask.Text("call-back", "Call back at") with
        {
            Hint =
                $"By the customer's clock, {TypedMoment.ZoneOf(scene).Id}: 16:30, or 2027-03-28 04:00. A contact planned soon takes its place.",
            Optional = true,
        };

    public static CaseCommand Command(ActionScene scene, FormValues form)
    {
        var (ladder, level) = Asked(form.Text("level"));
        var seen = scene.State.EscalationOn(ladder ?? scene.Ladder?.Id ?? "");
        return new Escalate
        {
            Ladder = ladder,
            Level = level,
            SeenLevel = seen?.Level ?? 0,
            From = form.Text("from"),
            Channel = Ask.Channel(form),
            Number = form.Maybe("number"),
            Reasons = form.All("reasons"),
            Note = form.Maybe("note"),
            Acknowledged = form.All("acknowledged").Count > 0,
            CallBack = form.Maybe("call-back") is { } at ? TypedMoment.Of(scene, at) ?? TypedMoment.Wrong : null,
            Override = form.Maybe("override"),
        };
    }

    // Of several ladders each level is named with its own, and so is one that the case is not worked by.
    private static IEnumerable<(string, string)> Levels(ActionScene scene, OpenLadder one, int ladders) =>
        one.Levels(scene)
            .Select(level =>
                (
                    ladders == 1 && one.Ladder == scene.Ladder
                        ? $"{level.Number}"
                        : $"{one.Ladder.Id}{Within}{level.Number}",
                    $"{(ladders == 1 ? "" : $"{one.Ladder.Name}, ")}{level.Name}: {scene.Guide.RoleTitle(level.Role)}"
                )
            );

    private static (string? Ladder, int? Level) Asked(string typed)
    {
        var at = typed.LastIndexOf(Within);
        return (
            at < 0 ? null : typed[..at],
            int.TryParse(typed[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var level)
                ? level
                : null
        );
    }

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

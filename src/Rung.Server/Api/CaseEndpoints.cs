using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Server.Desk.Versions;
using Rung.Storage;
using Rung.Storage.Outbox;

namespace Rung.Server.Api;

/// <summary>Reading one case.</summary>
internal static class CaseEndpoints
{
    public static void Map(RouteGroupBuilder one)
    {
        one.WithTags("Cases");
        one.MapGet("", Read).WithName("read-case").WithSummary("The case as it stands");
        one.MapGet("/events", Events).WithName("events").WithSummary("All that happened to the case");
        one.MapGet("/urgency-price", Urgency)
            .WithName("urgency-price")
            .WithSummary("The cases that would wait longer if this one got more urgency (ESS-81)");
        one.MapGet("/version-move", VersionMove)
            .WithName("version-move")
            .WithSummary("What moving the case to the version of its guide that is in force would change (ESS-02)");
        one.MapGet("/messages", Messages).WithName("messages").WithSummary("What was told to whom about the case");
        one.MapGet("/clocks/ledger", Ledgers)
            .WithName("ledgers")
            .WithSummary("Why the clocks of the case, and all else that is owed on it, are due when they are");
        one.MapGet("/clocks/{target}/ledger", Ledger)
            .WithName("ledger")
            .WithSummary("Why one clock, or a promise that is no target, is due when it is");
    }

    private static async Task<Results<CaseAnswer, ProblemAnswer>> Read(AtCase at, ServiceDesk desk) =>
        await desk.Look(at.Reference, at.Viewer) is { } found
            ? new CaseAnswer(ApiJson.Write(CaseBody.Of(found)))
            : NotFound(at);

    private static async Task<Results<Ok<EventsBody>, ProblemAnswer>> Events(AtCase at, ServiceDesk desk)
    {
        if (await desk.Look(at.Reference, at.Viewer) is not { } found)
        {
            return NotFound(at);
        }
        var events = found.Told.Select(told => EventBody.Of(found.Guide, told));
        return TypedResults.Ok(new EventsBody(at.Reference.Text, found.Version, [.. events]));
    }

    private static async Task<Results<Ok<MessagesBody>, ProblemAnswer>> Messages(
        AtCase at,
        ServiceDesk desk,
        RungDatabase database
    )
    {
        if (await desk.Look(at.Reference, at.Viewer) is not { } found)
        {
            return NotFound(at);
        }
        var messages = await database.Outbox.OfCase(found.Id);
        var told = messages.Where(queued => !found.Sight.IsCustomers || IsToCustomer(found.Guide, queued));
        return TypedResults.Ok(new MessagesBody(at.Reference.Text, [.. told.Select(MessageBody.Of)]));
    }

    private static async Task<Results<Ok<LedgersBody>, ProblemAnswer>> Ledgers(
        AtCase at,
        LedgersQuery asked,
        ServiceDesk desk,
        RungDatabase database
    ) =>
        await desk.Look(at.Reference, at.Viewer) is { } found
            ? TypedResults.Ok(LedgersBody.Of(found, await database.Inbound.OfCase(found.Id), asked.Promises))
            : NotFound(at);

    private static async Task<Results<Ok<LedgerBody>, ProblemAnswer>> Ledger(
        AtCase at,
        string target,
        ServiceDesk desk,
        RungDatabase database
    )
    {
        if (await desk.Look(at.Reference, at.Viewer) is not { } found)
        {
            return NotFound(at);
        }
        var ledgers = found.LedgersWith(await database.Inbound.OfCase(found.Id));
        return ledgers.FirstOrDefault(ledger => ledger.Reading.Target.Id == target) is { } ledger
            ? TypedResults.Ok(LedgerBody.Of(found, ledger))
            : NoSuchClock(ledgers);
    }

    private static async Task<Results<Ok<UrgencyPriceBody>, ProblemAnswer>> Urgency(
        AtCase at,
        ServiceDesk desk,
        UrgencyPrice price
    )
    {
        if (await desk.Look(at.Reference, at.Viewer) is not { } found)
        {
            return NotFound(at);
        }
        var displaces = await price.Of(found.Guide, found.State, found.Now);
        return TypedResults.Ok(new UrgencyPriceBody(at.Reference.Text, found.Guide.Urgency?.Notice, displaces));
    }

    // The desk's guide is the version in force.
    private static async Task<Results<Ok<VersionMoveBody>, ProblemAnswer>> VersionMove(
        AtCase at,
        ServiceDesk desk,
        VersionMoves moves
    )
    {
        if (await desk.Look(at.Reference, at.Viewer) is not { } found)
        {
            return NotFound(at);
        }
        var move = await moves.Of(found.Guide, at.Guide, found.Events);
        return TypedResults.Ok(VersionMoveBody.Of(found, at.Guide, move));
    }

    private static bool IsToCustomer(Guide guide, QueuedMessage queued) =>
        guide.Notifications.Any(rule => rule.Id == queued.Message.Kind && rule.IsWrittenToCustomer);

    private static ProblemAnswer NotFound(AtCase at) =>
        Refusing.Because(DeskRefusals.NoSuchCase(at.Reference.Text), at.Guide);

    private static ProblemAnswer NoSuchClock(IReadOnlyList<Ledger> ledgers)
    {
        var known = string.Join(", ", ledgers.Select(ledger => ledger.Reading.Target.Id));
        var there = ledgers.Count == 0 ? "no clock runs on it yet" : $"there are {known}";
        return Refusing.Because(ProblemKind.NoSuchClock, $"The case has no such clock: {there}.");
    }
}

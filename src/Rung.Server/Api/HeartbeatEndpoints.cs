using System.Collections.ObjectModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Server.Desk.Heartbeats;
using Rung.Storage;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Api;

/// <summary>What is to be heard of, and that it is (R15).</summary>
internal static class HeartbeatEndpoints
{
    public static void Map(RouteGroupBuilder desk)
    {
        var all = desk.MapGroup("/heartbeats").WithTags("Heartbeats");
        all.MapGet("", List).WithName("heartbeats").WithSummary("What is to be heard of, by name (R15)");
        all.MapGet("/{id}", Read).WithName("heartbeat").WithSummary("One of them, and how it stands");
        all.MapPut("/{id}", Put)
            .WithName("register-heartbeat")
            .WithSummary("Register it, change it, suspend it or go on; what is waited for counts anew");
        all.MapPost("/{id}/heard", Hear)
            .WithName("heard")
            .WithSummary("A sign of life: it was heard of just now, however often that is sent");
    }

    private static async Task<Results<Ok<HeartbeatsBody>, ProblemAnswer>> List(
        AtDesk desk,
        RungDatabase database,
        HeartbeatMails mails
    )
    {
        var all = await database.Heartbeats.OfDesk(desk.Id);
        return TypedResults.Ok(
            new HeartbeatsBody([.. all.Select(one => HeartbeatBody.Of(one, mails.AddressOf(desk.Guide, one)))])
        );
    }

    private static async Task<Results<HeartbeatAnswer, ProblemAnswer>> Read(
        AtDesk desk,
        string id,
        RungDatabase database,
        HeartbeatMails mails
    ) => Answer((desk, id), await database.Heartbeats.Find(desk.Id, id), mails);

    private static async Task<Results<HeartbeatAnswer, ProblemAnswer>> Put(
        HeartbeatAt at,
        Seen seen,
        JsonBody<HeartbeatRequest> body,
        HeartbeatParts parts
    )
    {
        var found = await parts.Database.Heartbeats.Find(at.Desk.Id, at.Id);
        var version = found?.Version ?? 0;
        if (seen.Version is { } expected && expected != version)
        {
            return Changed;
        }
        var wanted = Wanted(at, body.Value, found, parts.Clock.Now());
        return await parts.Register.Register(at.Desk.Guide, wanted) switch
        {
            Registration.Done done => Answer((at.Desk, at.Id), done.Heartbeat, parts.Mails),
            Registration.Wrong wrong => Refusing.Because(
                ProblemKind.Of(RefusalCode.InvalidInput),
                wrong.Faults.ToDictionary(fault => $"$.{fault.Field}", fault => (IReadOnlyList<string>)[fault.Sentence])
            ),
            _ => Changed,
        };
    }

    private static async Task<Results<HeartbeatAnswer, ProblemAnswer>> Hear(
        HeartbeatAt at,
        HeartbeatDesk heartbeats,
        DeskClock clock,
        HeartbeatMails mails
    ) => Answer((at.Desk, at.Id), await heartbeats.Hear(at.Desk.Id, at.Id, clock.Now(), HeardBy.Api), mails);

    private static Heartbeat Wanted(HeartbeatAt at, HeartbeatRequest request, Heartbeat? found, NodaTime.Instant now) =>
        new(at.Desk.Id, at.Id)
        {
            Name = request.Name.Trim(),
            CustomerId = request.Customer,
            Site = request.Site,
            Every = request.Every,
            Kind = request.Kind ?? CaseKind.Fault,
            Services = request.Services ?? [],
            Answers = request.Answers ?? ReadOnlyDictionary<string, string>.Empty,
            Suspended = request.Suspended ? found?.Suspended ?? HeartbeatWords.SuspendedBy(at.Actor) : null,
            Version = found?.Version ?? 0,
            ChangedAt = now,
            ChangedBy = at.Actor,
        };

    private static ProblemAnswer Changed =>
        Refusing.Because(
            ProblemKind.HeartbeatChanged,
            HeaderNames.IfMatch,
            "This is not what is registered now: GET it, look at what changed, and PUT yours again with its ETag."
        );

    private static Results<HeartbeatAnswer, ProblemAnswer> Answer(
        (AtDesk Desk, string Id) at,
        Heartbeat? found,
        HeartbeatMails mails
    ) =>
        found is null
            ? Refusing.Because(ProblemKind.NoSuchHeartbeat, $"Nothing is registered as {at.Id} at this desk.")
            : new HeartbeatAnswer(found, mails.AddressOf(at.Desk.Guide, found));
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Wording;
using Rung.Server.Desk;

namespace Rung.Server.Api.Bodies;

/// <summary>A call to the customer beside a message that may not be enough (ESS-39, ESS-51).</summary>
public sealed record CallBody
{
    /// <summary>1 for the first on the case.</summary>
    public required int Number { get; init; }

    /// <summary>What it is about, as the guide names the moment.</summary>
    public required CaseMoment On { get; init; }

    /// <summary>Why the message alone is not enough: it may not arrive, or what they wrote is not clear (ESS-39).</summary>
    public required CallReason Reason { get; init; }

    /// <summary>What the customer is to hear: "the resolution".</summary>
    public required string About { get; init; }

    /// <summary>Number of the event that it tells.</summary>
    public required int Event { get; init; }
    public required Instant Due { get; init; }
    public required PromiseState Standing { get; init; }

    /// <summary>How often nobody was reached.</summary>
    public required int Tries { get; init; }
    public Instant? MadeAt { get; init; }

    /// <summary>Who is to ring; left out, as are the next two, when no call is owed any more.</summary>
    public string? Owes { get; init; }

    /// <summary>Who is to be rung: at night whoever was agreed for it.</summary>
    public string? Contact { get; init; }
    public string? Phone { get; init; }

    public static IReadOnlyList<CallBody> Of(CaseSnapshot found)
    {
        var tasks = CallTask.Of(found.Guide, found.State, found.Now);
        return
        [
            .. found.State.Calls.Select(call =>
                Of(call, tasks.FirstOrDefault(task => task.Call.Number == call.Number), found.Now)
            ),
        ];
    }

    private static CallBody Of(OwedCall call, CallTask? task, Instant now) =>
        new()
        {
            Number = call.Number,
            On = call.Owed.On,
            Reason = call.Owed.Reason,
            About = CallText.About(call.Owed.On),
            Event = call.Owed.Event,
            Due = call.Due,
            Standing = call.Standing(now),
            Tries = call.Tries,
            MadeAt = call.MadeAt,
            Owes = task?.Owes,
            Contact = task?.Contact,
            Phone = task?.Phone,
        };
}

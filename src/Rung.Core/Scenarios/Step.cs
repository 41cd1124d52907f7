using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Scenarios;

/// <summary>One moment of a scenario: who does what, and what must hold afterwards.</summary>
/// <param name="Line">Line of the file it begins on.</param>
/// <param name="Case">Alias of the case it is about; null: the one of the step before.</param>
internal sealed record Step(int Line, Instant At, Actor By, string? Case)
{
    /// <summary>When it happened, for what is entered later; null: at <see cref="At"/>.</summary>
    public Instant? Happened { get; init; }

    /// <summary>Null: only time passes.</summary>
    public Act? Act { get; init; }
    public IReadOnlyList<CaseExpectations> Expect { get; init; } = [];
    public string? WaitingFor { get; init; }
}

/// <summary>Something that somebody does.</summary>
/// <param name="Name">Its key in the file.</param>
/// <param name="Command">Makes the command, given the references of cases by alias; null: it is none on a case.</param>
internal sealed record Act(string Name, Func<Func<string, CaseReference>, CaseCommand>? Command)
{
    /// <summary>Alias of the case that it begins.</summary>
    public string? Begins { get; init; }

    /// <summary>A complaint that is only spoken of: noted at the desk, and no case. ESS-90.</summary>
    public Complaints.DirectToLogging? Redirect { get; init; }

    /// <summary>A mail that comes, and is not logged yet.</summary>
    public IncomingMail? Receives { get; init; }

    /// <summary>Alias of the mail that becomes the case which this begins.</summary>
    public string? Mail { get; init; }
}

/// <summary>A mail of a contact's to the desk.</summary>
/// <param name="To">As a route publishes it; null: no route has an address for mail.</param>
/// <param name="From">The sender's address; null: the contact has none on record.</param>
internal sealed record IncomingMail(string Alias, RouteAddress? To, string? From);

/// <summary>What must hold of one case.</summary>
/// <param name="Case">Alias; null: the case of the step.</param>
/// <param name="NewCase">Alias that the case begun by this step gets; empty: none may have begun; null: not asked.</param>
internal sealed record CaseExpectations(string? Case, string? NewCase, IReadOnlyList<Expectation> All);

/// <summary>One thing that must hold: both sides are told in the same words, and are compared in them.</summary>
/// <param name="What">Its key in the file, e.g. <c>clock.due</c>.</param>
/// <param name="Actual">What is so; answers <paramref name="Expected"/> itself when that is met.</param>
internal sealed record Expectation(int Line, string What, string Expected, Func<Running.Observation, string> Actual);

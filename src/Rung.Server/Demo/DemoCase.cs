using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Clocks;

namespace Rung.Server.Demo;

/// <summary>One case of the demo as it stands at opening.</summary>
/// <param name="Number">Its number in the installation; the reference is made from it.</param>
/// <param name="Events">From the first to the last, in the order they were recorded.</param>
/// <param name="Dues">What falls due after opening.</param>
/// <param name="Messages">What the customer was written, each at the moment it went out.</param>
public sealed record DemoCase(
    long Number,
    IReadOnlyList<CaseEvent> Events,
    CaseState State,
    IReadOnlyList<Due> Dues,
    IReadOnlyList<DemoMessage> Messages
)
{
    public string Desk => State.Logged.Desk;

    public CaseReference Reference => State.Reference;
}

public sealed record DemoMessage(Instant SentAt, OutgoingMessage Message);

namespace Rung.Server.Desk;

/// <summary>What is kept of a case besides its events, all of it computed from them by <see cref="CaseWrites"/>.</summary>
internal static class KeptBesideEvents
{
    /// <summary>
    /// Change this text whenever something new is kept, or something is kept otherwise: the first start after an upgrade
    /// then writes it anew for every open case (<see cref="Workers.OpenCasesAnew"/>). A test that has the rows of some cases in a file asks for it.
    /// </summary>
    public const string Names =
        "kept of open cases: dues by the hours of contracts, queue with escalations, those that cover others apart, wishes for one, cases linked under, the version of the guide, and the id of who reported, promise book with channels, ledgers and next steps of escalations";
}

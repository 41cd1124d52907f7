namespace Rung.Server.Retention;

/// <summary>Some things whose time is up.</summary>
/// <param name="Count">Of how many something is ended.</param>
/// <param name="Held">How many more are under a legal hold, and stay.</param>
/// <param name="End">Ends them; of how many it did.</param>
internal sealed record RunOutPage(int Count, int Held, Func<Task<int>> End);

/// <summary>Finds page by page what a time is up for, each page once, whether it is ended or only looked at.</summary>
internal delegate IAsyncEnumerable<RunOutPage> FindRunOut(RetentionTime time);

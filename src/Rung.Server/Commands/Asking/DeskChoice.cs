namespace Rung.Server.Commands.Asking;

/// <summary>Which of the desks of an installation <c>--desk</c> means.</summary>
internal static class DeskChoice
{
    /// <param name="known">Ids of the desks that are there.</param>
    /// <returns>What is to be said when the desk cannot be told from the words; null: it can.</returns>
    public static string? Fault(string? desk, IReadOnlyList<string> known)
    {
        var names = string.Join(", ", known);
        return desk is null && known.Count != 1 ? $"several desks are here: choose one with --desk, of {names}."
            : desk is not null && !known.Contains(desk) ? $"there is no desk {desk} here: there are {names}."
            : null;
    }
}

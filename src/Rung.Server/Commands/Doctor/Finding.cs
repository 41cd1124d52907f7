namespace Rung.Server.Commands.Doctor;

/// <summary>What <c>rung doctor</c> found about one thing.</summary>
/// <param name="About">The thing, in one or two words: a column of the list.</param>
/// <param name="Words">How it stands, without a full stop.</param>
/// <param name="Do">What to do about it, without a full stop; null: nothing.</param>
internal sealed record Finding(Grade Grade, string About, string Words, string? Do = null)
{
    public static Finding Good(string about, string words) => new(Grade.Good, about, words);
}

/// <summary>Whether somebody has to do something.</summary>
internal enum Grade
{
    Good,

    /// <summary>Works, and may not be what somebody wants.</summary>
    Note,

    /// <summary>The desk does not run, or not as it should.</summary>
    Problem,
}

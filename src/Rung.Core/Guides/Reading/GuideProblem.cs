namespace Rung.Core.Guides.Reading;

/// <summary>Something about a guide that its author should know.</summary>
/// <param name="Code">Stable; <c>docs/guide-problems.md</c> explains each.</param>
/// <param name="Line">Line in the file, counted from 1.</param>
/// <param name="Column">Character in the line, counted from 1.</param>
/// <param name="What">What is wrong, as the rest of a sentence.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record GuideProblem(ProblemCode Code, int Line, int Column, string What, string Mend)
{
    /// <summary>Its weight; the code decides.</summary>
    public Severity Severity => Code.Severity();
}

/// <summary>How much a problem weighs.</summary>
public enum Severity
{
    /// <summary>The guide cannot be put into force like this.</summary>
    Error,

    /// <summary>It can, but a person should look.</summary>
    Warning,

    /// <summary>Worth knowing, nothing to mend: this part is read and shown, and not enforced yet.</summary>
    Notice,
}

using Rung.Core.Guides;
using Rung.Server.Demo.Playing;

namespace Rung.Server.Demo.Stories;

/// <summary>A row of the past: a case that ran its course, at some customer, some time in the last three months.</summary>
/// <param name="Fix">What was done, or what was answered.</param>
internal sealed record Past(
    Channel Source,
    What What,
    string Subject,
    string Details,
    string Fix,
    CaseCourse Life = CaseCourse.Confirmed
)
{
    /// <summary>Why the service was out, where that is owed.</summary>
    public string? Rfo { get; init; }
}

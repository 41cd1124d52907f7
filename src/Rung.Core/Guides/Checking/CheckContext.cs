using NodaTime;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Checking;

/// <summary>The guide under examination, and where its parts stand.</summary>
internal sealed class CheckContext(GuideDraft draft, LocalDate asOf)
{
    public Guide Guide => draft.Guide;

    public YamlMap Root => draft.Root;

    public Places Places => draft.Context.Places;

    public ReadingContext Reading => draft.Context;

    public LocalDate AsOf => asOf;

    public Findings Findings { get; } = new();

    /// <summary>Reports at a part's key, or at the part where it has no such key.</summary>
    public void Report(ProblemCode code, (object Part, string Key) at, string what, string mend) =>
        Findings.Add(code, Places.Of(at.Part, at.Key), what, mend);

    /// <summary>Reports at a section's key.</summary>
    public void Report(ProblemCode code, string section, string what, string mend) =>
        Findings.Add(code, Root.Entry(section)?.Place ?? Root.Place, what, mend);
}

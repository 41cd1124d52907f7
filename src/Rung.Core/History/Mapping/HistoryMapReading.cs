using Rung.Core.Guides.Reading;

namespace Rung.Core.History.Mapping;

/// <summary>What came of reading a mapping file: a mapping, or everything that stands in its way.</summary>
/// <param name="Problems">In the order of the file.</param>
public sealed record HistoryMapReading(HistoryMap? Map, IReadOnlyList<GuideProblem> Problems);

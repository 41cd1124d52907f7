using NodaTime;
using Rung.Core.Guides;

namespace Rung.Core.Cases;

/// <summary>A moment of the case that clocks look at. Notes and the like leave none.</summary>
/// <param name="Detail">Hold reason, disposition or priority, as the moment has one.</param>
public readonly record struct Mark(Instant At, CaseMoment Moment, string? Detail);

using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Wording;
using Rung.Storage.Cases;

namespace Rung.Server.Api.Bodies;

/// <summary>Something that happened to a case.</summary>
/// <param name="Sequence">1 for the first event of a case.</param>
/// <param name="Says">One line of the timeline, in the guide's words.</param>
public sealed record EventBody(long Sequence, string Says, CaseEvent Event)
{
    public static EventBody Of(Guide guide, StoredEvent stored) =>
        new(stored.Sequence, EventText.Of(guide, stored.Event), stored.Event);
}

/// <summary>All that happened to a case, in the order it was recorded.</summary>
public sealed record EventsBody(string Reference, long Version, IReadOnlyList<EventBody> Events);

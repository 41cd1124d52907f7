using NodaTime;
using Rung.Core.Guides;
using Rung.Core.Retention;
using Rung.Storage.Cases;
using Rung.Storage.Retention;

namespace Rung.Server.Retention;

/// <summary>A category of what is kept, with how long the guide in force keeps it.</summary>
/// <param name="Guide">In force now: it decides also for what began under another version.</param>
internal sealed record RetentionTime(Guide Guide, RetentionCategory Category, KeptFor For, Instant Now)
{
    public string Desk => Guide.Document.Id;

    /// <summary>Cases of the work, or complaints, of which not everybody may know (ESS-93).</summary>
    public ShelfFor Of { get; init; } = Category == RetentionCategory.Complaints ? ShelfFor.Complaints : ShelfFor.Work;

    public DateTimeZone Zone => Guide.DeskCalendar.Zone;

    /// <summary>What is of before then is kept no longer.</summary>
    public Instant Before => For.KeptFrom(Now, Zone);

    /// <summary>In words, for whoever reads later why something is gone.</summary>
    public string Why =>
        $"{For} after {RetentionWords.From(Category)} are over: {Guide.Document.Title} {Guide.Document.Version}, {Guide.Heading(Guide.Retention!.Cite)}.";

    /// <summary>What stays of it as evidence.</summary>
    public RetentionDeed Deed(int count, string about) =>
        new(Shelf.Of(Desk, Of), Category, Now, For.ToString(), Guide.Document.Version, count, about);
}

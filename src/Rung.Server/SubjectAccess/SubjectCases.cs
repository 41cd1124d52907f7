using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Evidence;
using Rung.Server.Api.Bodies;
using Rung.Server.Desk;
using Rung.Server.Pages.Evidence;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.SubjectAccess;

/// <summary>
/// Somebody's cases: of those that they reported what a customer is told, of those of others their own words and no more.
/// </summary>
internal sealed class SubjectCases(RungDatabase database, ServiceDesk desk, CaseSight sight, EvidenceDesk evidence)
{
    /// <returns>References of the cases that are in it.</returns>
    public async Task<IReadOnlyList<string>> Write(Subject subject, SubjectZip zip, Instant now)
    {
        List<string> written = [];
        await foreach (var reference in CustomerCases.All(database, subject, now))
        {
            await Write(subject, zip, reference, written);
        }
        return written;
    }

    /// <summary>Whether somebody of the desk may see each complaint that would be in it.</summary>
    public async Task<bool> AreSeen(Subject subject, Actor who, Instant now)
    {
        await foreach (var reference in CustomerCases.Of(database, subject, ShelfFor.Complaints, now))
        {
            if (
                await database.Cases.Load(reference) is { } history
                && subject.Is(ReporterChanged.ReporterOf(history.Events))
                && !await sight.Allows(history, who)
            )
            {
                return false;
            }
        }
        return true;
    }

    private async Task Write(Subject subject, SubjectZip zip, CaseReference reference, List<string> written)
    {
        // Whoever has left sees no case any more, and what is kept of them is theirs to know all the same.
        if (await desk.Look(reference, Actor.Desk) is not { } whole)
        {
            return;
        }
        var seen = await sight.Of(whole.Events, subject.Viewer, []);
        var found = whole with { Sight = seen with { Edition = EvidenceEdition.Customer }, Shared = [] };
        if (subject.Is(found.State.Logged.Reporter))
        {
            await Whole(zip, found);
            written.Add(reference.Text);
        }
        else if (found.Told.Where(one => subject.Did(one.Event)).ToList() is { Count: > 0 } own)
        {
            await zip.Add($"cases/{reference.Text}-own-words.json", Events(found, own));
            written.Add($"{reference.Text}, reported by somebody else: their own words");
        }
    }

    private async Task Whole(SubjectZip zip, CaseSnapshot found)
    {
        var folder = $"cases/{found.State.Reference.Text}";
        await zip.Add($"{folder}.html", await EvidenceFile.Write(await evidence.Of(found, EvidenceEdition.Customer)));
        await zip.Add($"{folder}.json", CaseBody.Of(found));
        await zip.Add($"{folder}-events.json", Events(found, found.Told));
        foreach (var paper in found.Told.SelectMany(one => CasePapers.Of(one.Event)).DistinctBy(one => one.Hash))
        {
            if (await database.Complaints.Paper(found.Id, paper.Hash) is { } content)
            {
                // What it is called is in the events: a name may be anything.
                await zip.Add($"{folder}-files/{paper.Hash}", content);
            }
        }
    }

    private static EventsBody Events(CaseSnapshot found, IReadOnlyList<StoredEvent> told) =>
        new(found.State.Reference.Text, found.Version, [.. told.Select(one => EventBody.Of(found.Guide, one))]);
}

using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Server.Commands.Guides;
using Rung.Server.Commands.Import;
using Rung.Server.Desk.Verifying;
using Rung.Server.Hosting;
using Rung.Storage;

namespace Rung.Server.Commands.Database;

/// <summary>Goes through all cases of a database, a page at a time.</summary>
/// <param name="folder">Of the installation: holidays that its guides name may be there.</param>
internal sealed class VerifyWork(DatabaseAddress address, string folder)
{
    private const int Page = 200;

    public async Task<int> Run(bool asJson, CancellationToken stop)
    {
        await using var database = await address.OpenToRead();
        IVerifyReport report = asJson
            ? new VerifyJson(Console.Out, $"{address}")
            : new VerifyText(Console.Out, $"{address}");
        var verifier = new CaseVerifier(await Guides(database));
        var links = new LinkVerifier(database);
        var progress = new Progress("verifying", "cases", await database.Kept.Count());
        var (cases, after) = (0L, 0L);
        while (await database.Kept.Page(after, Page) is { Count: > 0 } page)
        {
            foreach (var one in page)
            {
                stop.ThrowIfCancellationRequested();
                var verified = verifier.Verify(one);
                verified.Differences.ToList().ForEach(report.Add);
                if (verified.State is { } state)
                {
                    links.Add(state);
                }
            }
            after = page[^1].Id;
            progress.At(cases += page.Count);
        }
        await foreach (var difference in links.OneSided())
        {
            report.Add(difference);
        }
        progress.End();
        return report.End(cases) == 0 ? ExitCode.Ok : ExitCode.Problems;
    }

    // The text of every version that a case may have been logged under is in the database.
    private async Task<Dictionary<(string Desk, string Version), Guide>> Guides(RungDatabase database)
    {
        var holidays = HolidayFolders.For(Path.Combine(folder, "guides", "any.yaml"));
        var texts = (await KeptGuides.Of(database)).Missing([]);
        return texts
            .Select(kept => GuideReader.Read(kept.Name, kept.Text, holidays).Guide)
            .OfType<Guide>()
            .ToDictionary(guide => (guide.Document.Id, guide.Document.Version));
    }
}

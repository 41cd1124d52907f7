using Rung.Core.Guides;
using Rung.Core.Retention;
using Rung.Server.Hosting;
using Rung.Server.Pages.Retention;
using Rung.Server.Retention;
using Rung.Storage.Cases;

namespace Rung.Server.Commands.Retention;

/// <summary>What <c>rung retention</c> does at one desk.</summary>
internal sealed class RetentionWork
{
    private readonly RetentionDesk _retention;
    private readonly TextWriter _output;

    public RetentionWork(Installation installation, TextWriter output)
    {
        var (database, desks, clock) = (installation.Database, installation.Desks, installation.Clock);
        var holds = new LegalHolds(database);
        var parts = new RunOutParts(
            new CaseRunOut(database, holds),
            new LooseRunOut(database, holds),
            new AuditRunOut(database, desks)
        );
        (_retention, _output) = (new RetentionDesk(desks, clock, parts), output);
    }

    public async Task Run(Guide guide, bool carryOut)
    {
        await _output.WriteLineAsync($"{guide.Desk.Name} ({guide.Document.Id} {guide.Document.Version})");
        foreach (var look in await _retention.Look(guide, Enum.GetValues<ShelfFor>()))
        {
            var row = RetentionMaker.Row(look);
            await _output.WriteLineAsync(TextLines.Wrap($"  {row.What}: kept {row.Kept}", "    "));
            if (row.RunOut is { } runOut)
            {
                await _output.WriteLineAsync($"    {runOut}{(row.Held is { } held ? $", {held}" : "")}");
            }
        }
        if (carryOut)
        {
            await End(guide);
        }
    }

    private async Task End(Guide guide)
    {
        var ended = new Dictionary<RetentionCategory, int>();
        await foreach (var (category, count) in _retention.CarryOut(guide))
        {
            ended[category] = ended.GetValueOrDefault(category) + count;
        }
        var all = ended.Where(one => one.Value > 0).Select(one => $"{RetentionWords.What(one.Key)}: {one.Value:N0}");
        await _output.WriteLineAsync(
            ended.Values.Sum() == 0 ? "  Nothing was ended." : $"  Ended: {string.Join("; ", all)}."
        );
    }
}

using Rung.Core.Guides;
using Rung.Core.Retention;
using Rung.Server.Pages.Retention;
using Rung.Server.Retention;
using Rung.Storage.Cases;

namespace Rung.Server.Commands.Retention;

/// <summary>What <c>rung retention</c> does at one desk.</summary>
internal sealed class RetentionWork(RetentionDesk retention, RetentionStarts starts, TextWriter output)
{
    public async Task Run(Guide guide, bool carryOut)
    {
        await output.WriteLineAsync($"{guide.Desk.Name} ({guide.Document.Id} {guide.Document.Version})");
        foreach (var look in await retention.Look(guide, Enum.GetValues<ShelfFor>()))
        {
            var row = RetentionMaker.Row(look);
            await output.WriteLineAsync(TextLines.Wrap($"  {row.What}: kept {row.Kept}", "    "));
            if (row.RunOut is { } runOut)
            {
                await output.WriteLineAsync($"    {runOut}{(row.Held is { } held ? $", {held}" : "")}");
            }
        }
        if (guide.Retention is not null && !await starts.IsBegun(guide))
        {
            await output.WriteLineAsync(
                "  Nothing ends by itself yet: somebody has to begin it on its page of retention."
            );
        }
        if (carryOut)
        {
            await End(guide);
        }
    }

    private async Task End(Guide guide)
    {
        var ended = new Dictionary<RetentionCategory, int>();
        await foreach (var (category, count) in retention.CarryOut(guide, _ => Task.FromResult(true)))
        {
            ended[category] = ended.GetValueOrDefault(category) + count;
        }
        var all = ended.Where(one => one.Value > 0).Select(one => $"{RetentionWords.What(one.Key)}: {one.Value:N0}");
        await output.WriteLineAsync(
            ended.Values.Sum() == 0 ? "  Nothing was ended." : $"  Ended: {string.Join("; ", all)}."
        );
    }
}

using System.Globalization;
using NodaTime;
using Rung.Storage;
using Rung.Storage.Audit;

namespace Rung.Server.Commands.Audit;

/// <summary>What the verbs of <c>rung audit</c> do.</summary>
internal static class AuditWork
{
    public static async Task<int> List(RungDatabase database, AuditQuery query)
    {
        var found = await database.Audit.Find(query);
        foreach (var (number, entry, _) in found)
        {
            await Console.Out.WriteLineAsync(
                $"{number, 8}  {Words(entry.At)}  {entry.Who}  {entry.Source}  {entry.What}  {entry.About}"
            );
        }
        if (found.Count == 0)
        {
            await Console.Out.WriteLineAsync("There is no such entry.");
        }
        return ExitCode.Ok;
    }

    public static async Task<int> Verify(RungDatabase database, AuditHead? noted)
    {
        var (fault, head, begin) = await new AuditVerifier(database.Audit, noted).Verify();
        if (fault is not null)
        {
            await Console.Out.WriteLineAsync(fault);
            return ExitCode.Problems;
        }
        if (begin != AuditAnchor.None)
        {
            await Console.Out.WriteLineAsync(
                $"Entries up to {begin.Ended.Number} ended {Words(begin.At)} ({begin.Rule})."
            );
        }
        await Console.Out.WriteLineAsync(
            head.Number == 0
                ? "There are no entries yet."
                : $"Every entry fits. Note the head elsewhere, and name it with --head next time:\n{head}"
        );
        return ExitCode.Ok;
    }

    private static string Words(Instant at) => at.ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

using System.Globalization;
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
            var at = entry.At.ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            await Console.Out.WriteLineAsync(
                $"{number, 8}  {at}  {entry.Who}  {entry.Source}  {entry.What}  {entry.About}"
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
        var (fault, head) = await new AuditVerifier(database.Audit, noted).Verify();
        if (fault is not null)
        {
            await Console.Out.WriteLineAsync(fault);
            return ExitCode.Problems;
        }
        await Console.Out.WriteLineAsync(
            head.Number == 0
                ? "There are no entries yet."
                : $"Every entry fits. Note the head elsewhere, and name it with --head next time:\n{head.Number}:{head.Hash}"
        );
        return ExitCode.Ok;
    }
}

using System.Threading.Channels;
using Rung.Storage.Postgres;

namespace Rung.Server.Workers;

/// <summary>A case that changed. As a message: the node's name, then a line for each with desk and reference.</summary>
internal sealed record NodeHint(string Desk, string Reference)
{
    // Names of desks and references are short and have no spaces.
    private const int LongestLine = 120;

    /// <summary>As many of those that wait as one message holds.</summary>
    public static string Write(string node, ChannelReader<NodeHint> waiting)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        while (lines.Count < PostgresHints.Longest / LongestLine && waiting.TryRead(out var hint))
        {
            lines.Add($"{hint.Desk} {hint.Reference}");
        }
        return string.Join('\n', [node, .. lines]);
    }

    public static IEnumerable<NodeHint> Read(string said, string except)
    {
        var lines = said.Split('\n');
        return lines[0] == except
            ? []
            : lines
                .Skip(1)
                .Select(line => line.Split(' '))
                .Where(words => words.Length == 2)
                .Select(words => new NodeHint(words[0], words[1]));
    }
}

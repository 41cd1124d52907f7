using System.Text;
using System.Threading.Channels;
using Rung.Core.Complaints;
using Rung.Server.Desk;
using Rung.Storage.Postgres;

namespace Rung.Server.Workers;

/// <summary>
/// Changes as a message between nodes: the node's name, then a line for each with desk and reference, and of a complaint the
/// roles that may see it and whose name may not.
/// </summary>
internal static class NodeHint
{
    /// <summary>As many of those that wait as one message holds.</summary>
    public static string Write(string node, ChannelReader<LiveChange> waiting)
    {
        var said = new StringBuilder(node);
        var lines = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryPeek(out var change) && Line(change) is var line)
        {
            if (said.Length + 1 + line.Length > PostgresHints.Longest)
            {
                break;
            }
            waiting.TryRead(out _);
            if (lines.Add(line))
            {
                said.Append('\n').Append(line);
            }
        }
        return said.ToString();
    }

    public static IEnumerable<LiveChange> Read(string said, string except)
    {
        var lines = said.Split('\n');
        return lines[0] == except ? [] : lines.Skip(1).Select(line => Read(line.Split(' '))).OfType<LiveChange>();
    }

    // Ids of desks and roles and references have no spaces.
    private static string Line(LiveChange change) =>
        change.Only.Roles.Count == 0
            ? $"{change.Desk} {change.Reference}"
            : $"{change.Desk} {change.Reference} {string.Join(',', change.Only.Roles)} {Uri.EscapeDataString(change.Only.NotFor)}";

    private static LiveChange? Read(string[] words) =>
        words switch
        {
            [var desk, var reference] => new LiveChange(desk, reference),
            [var desk, var reference, var roles, var name] => new LiveChange(desk, reference)
            {
                Only = new Restriction(roles.Split(','), Uri.UnescapeDataString(name)),
            },
            _ => null,
        };
}

using System.Text;
using Rung.Core.Guides.Reading;
using Rung.Core.History.Mapping;
using Rung.Server.Commands.Guides;

namespace Rung.Server.Commands.Import;

/// <summary>A mapping and the text that it was read from.</summary>
internal sealed record MapFile(HistoryMap Map, string Text)
{
    /// <summary>Reads a mapping; problems are printed with file, line and column.</summary>
    /// <returns>Null when it has problems.</returns>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static MapFile? Read(string file)
    {
        var bytes = GuideFile.Bytes(file);
        var reading = HistoryMapReader.Read(bytes);
        if (reading.Map is { } map)
        {
            return new MapFile(map, Encoding.UTF8.GetString(bytes));
        }
        CheckReport.Print([new CheckedGuide(file, null, null, reading.Problems)], Paint.For(Console.Error));
        return null;
    }
}

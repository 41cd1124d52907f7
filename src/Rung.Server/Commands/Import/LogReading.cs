using NodaTime;
using Rung.Core.History;
using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;

namespace Rung.Server.Commands.Import;

/// <summary>A whole log, read by a mapping.</summary>
/// <param name="Book">Settled; as far as the log could be read.</param>
/// <param name="Unread">Columns that the mapping does not name.</param>
/// <param name="Problems">What stands in the way of the whole file, a sentence each; empty: nothing.</param>
internal sealed record LogReading(Casebook Book, IReadOnlyList<string> Unread, IReadOnlyList<string> Problems)
{
    /// <summary>Cells with characters that nobody can see.</summary>
    public long Unseen { get; private init; }

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static LogReading Of(string file, HistoryMap map, Instant now, Progress progress)
    {
        using var log = CsvLog.Open(file, map.File);
        var book = new Casebook();
        if (log.Problem is { } wrong)
        {
            return new LogReading(book, [], [$"{file} cannot be read: {wrong}."]);
        }
        var header = new LogHeader(log.Header, map);
        if (header.Problems.Count > 0)
        {
            return new LogReading(book, header.Unread, header.Problems);
        }
        var rows = new RowReader(map, header, now);
        while (log.Read())
        {
            book.Add(
                log.RowProblem is { } broken
                    ? new LogRow.Refused(log.Line, "", "", broken)
                    : rows.Read(log.Line, log.Cells)
            );
            progress.At(book.Rows);
        }
        book.Settle();
        return new LogReading(
            book,
            header.Unread,
            log.Problem is { } stopped ? [$"{file} cannot be read to its end: {stopped}."]
                : book.Rows == 0 ? [$"{file} has a header and no rows."]
                : []
        )
        {
            Unseen = log.Unseen,
        };
    }
}

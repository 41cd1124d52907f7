using System.Text;
using CsvHelper;
using Rung.Core.History.Lines;
using Rung.Core.History.Mapping;

namespace Rung.Server.Commands.Import;

/// <summary>The rows of a CSV file, one after another. What is wrong with the file stops the reading with a reason.</summary>
internal sealed class CsvLog : IDisposable
{
    /// <summary>Rows beyond this are not read: the file should be imported in parts.</summary>
    public const int MostRows = 2_000_000;

    private const int LargestRow = 1024 * 1024;

    private readonly LogBytes _bytes;
    private readonly CsvReader _reader;
    private readonly LogFile _shape;
    private readonly Dictionary<long, CsvMalformedReason> _malformed = [];
    private string[] _cells = [];
    private long _rows;

    private CsvLog(LogBytes bytes, LogFile shape)
    {
        (_bytes, _shape) = (bytes, shape);
        _reader = CsvReader.Create(
            bytes.Text(shape.Encoding),
            new CsvReaderOptions
            {
                Separator = shape.Delimiter,
                MaxRecordSize = LargestRow,
                TrackLineNumbers = true,
                OnMalformedRecord = record => _malformed.TryAdd(record.LineNumber, record.Reason),
            },
            leaveOpen: false
        );
    }

    /// <summary>Why reading ended before the end of the file, as a sentence without its full stop; null: it did not.</summary>
    public string? Problem { get; private set; }

    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>What lies between two cells: as the mapping says, or as it was found.</summary>
    public char Delimiter => _reader.Separator;

    /// <summary>Line of the file on which the row begins.</summary>
    public long Line { get; private set; }

    /// <summary>The cells of the row; the list is used again for the next one.</summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>Cells with characters that nobody can see, each of which was read as <see cref="CellText.Unseen"/>.</summary>
    public long Unseen { get; private set; }

    /// <summary>Whether reading ended because of a byte that is none of the encoding's.</summary>
    public bool IsOtherEncoding { get; private set; }

    /// <summary>What is wrong with the quotes of the row; null: nothing.</summary>
    public string? RowProblem =>
        _malformed.TryGetValue(Line, out var reason) && reason != CsvMalformedReason.StrayQuote
            ? reason == CsvMalformedReason.UnterminatedQuote
                ? "a quote that opens here is never closed, so that the rest of the file is one cell"
                : "there is text behind a closing quote"
            : null;

    /// <summary>Opens a file and reads its header; <see cref="Problem"/> says when that did not work.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static CsvLog Open(string file, LogFile shape)
    {
        var suspect = LogBytes.Suspect(file, shape.Encoding);
        var log = new CsvLog(LogBytes.Open(file), shape) { Problem = suspect };
        if (suspect is null)
        {
            log.Guard(log.ReadHeader);
        }
        return log;
    }

    /// <returns>False at the end, and where reading has to stop.</returns>
    public bool Read() => Problem is null && Guard(Next);

    public void Dispose()
    {
        _reader.Dispose();
        _bytes.Dispose();
    }

    private bool ReadHeader()
    {
        _reader.ReadHeader();
        Header = [.. _reader.Headers.Select(Seen)];
        Problem =
            Header.Count > 1 ? null
            : Header.Count == 0 ? "it has no header"
            : _shape.Delimiter is null
                ? $"its first line, '{Start(Header[0])}', is one cell: this is not a CSV file with a header, or say `delimiter` under `file`"
            : $"its first line, '{Start(Header[0])}', has no {Called(_shape.Delimiter.Value)} in it: check `delimiter` under `file`";
        return true;
    }

    private bool Next()
    {
        if (!_reader.Read())
        {
            Problem = _bytes.IsCutOff
                ? "the packed file ends too early, or was put together of several: unpack it with gunzip and see what that says"
                : null;
            return false;
        }
        if (++_rows > MostRows)
        {
            Problem = $"it has more than {MostRows:N0} rows: import it in parts";
            return false;
        }
        Line = _reader.LineNumber;
        if (_cells.Length != _reader.FieldCount)
        {
            _cells = new string[_reader.FieldCount];
        }
        for (var place = 0; place < _cells.Length; place++)
        {
            _cells[place] = Seen(_reader.GetString(place));
        }
        return true;
    }

    private bool Guard(Func<bool> step)
    {
        try
        {
            return step();
        }
        catch (DecoderFallbackException)
        {
            IsOtherEncoding = true;
            Problem =
                $"{After} there is a byte that is not {_shape.Encoding.Name()} text: say the right `encoding` under `file`, such as windows-1252, or --encoding with --draft";
        }
        catch (CsvFormatException)
        {
            Problem =
                $"{After} a row is larger than {LargestRow / 1024 / 1024} MiB: is a quote not closed, or is this another file?";
        }
        catch (InvalidDataException broken)
        {
            Problem = $"{After} it cannot be unpacked: {broken.Message}";
        }
        return false;
    }

    private string After => Line == 0 ? "in its first lines" : $"after line {Line}";

    private string Seen(string text)
    {
        var clean = CellText.Clean(text);
        Unseen += ReferenceEquals(clean, text) ? 0 : 1;
        return clean;
    }

    private static string Start(string text) => text.Length <= 40 ? text : text[..39] + "…";

    private static string Called(char delimiter) =>
        delimiter switch
        {
            ',' => "comma",
            ';' => "semicolon",
            '\t' => "tab",
            _ => $"'{delimiter}'",
        };
}

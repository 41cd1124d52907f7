using System.Text.Json;

namespace Rung.Server.Commands.ClockCompute;

/// <summary>
/// The fields of one line as slices of it, found in a single pass. Calendars are the longest part of a line and mostly
/// the same, so they stay text until somebody asks.
/// </summary>
internal sealed class LineFields
{
    private static readonly string[] Names = ["id", "calendar", "op", "start", "end", "amount"];
    private static readonly JsonReaderOptions Shallow = new() { MaxDepth = 16 };

    private readonly ReadOnlyMemory<byte>[] _values = new ReadOnlyMemory<byte>[Names.Length];
    private readonly JsonTokenType[] _types = new JsonTokenType[Names.Length];

    /// <summary>The id as it was written, also when the line breaks off after it; empty without one.</summary>
    public ReadOnlyMemory<byte> Id => _types[0] is JsonTokenType.String or JsonTokenType.Number ? _values[0] : default;

    /// <summary>Finds the fields of a line; names that are unknown or there twice are findings.</summary>
    /// <exception cref="JsonException">The line is no JSON, or no object.</exception>
    public void Read(ReadOnlyMemory<byte> line, FirstFinding findings)
    {
        var reader = new Utf8JsonReader(line.Span, Shallow);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("it begins as something else.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Take(line, ref reader, findings);
        }

        // What follows the object must be nothing; reading on says so.
        reader.Read();
    }

    /// <summary>Reports an id that is missing or of another type.</summary>
    public void CheckId(FirstFinding findings)
    {
        if (_types[0] == JsonTokenType.None)
        {
            findings.Add("missing-field", "'id' is missing; add it to find the answer again.");
        }
        else if (Id.IsEmpty)
        {
            findings.Add("bad-id", "id: must be a string or a number.");
        }
    }

    /// <summary>The calendar as it was written, or empty and a finding.</summary>
    public ReadOnlyMemory<byte> Calendar(FirstFinding findings) =>
        _types[1] != JsonTokenType.None
            ? _values[1]
            : findings.Add("missing-field", "'calendar' is missing; add it.", default(ReadOnlyMemory<byte>));

    /// <summary>The text of a field, or null and a finding.</summary>
    public string? Text(string name, FirstFinding findings)
    {
        var field = Array.IndexOf(Names, name);
        return _types[field] switch
        {
            JsonTokenType.String => Unescape(_values[field].Span),
            JsonTokenType.None => findings.Add<string?>("missing-field", $"'{name}' is missing; add it.", null),
            _ => findings.Add<string?>("bad-type", $"{name}: must be a string.", null),
        };
    }

    private static string? Unescape(ReadOnlySpan<byte> quoted)
    {
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return reader.GetString();
    }

    private void Take(ReadOnlyMemory<byte> line, ref Utf8JsonReader reader, FirstFinding findings)
    {
        var field = Find(ref reader);
        if (field < 0)
        {
            findings.Add("unknown-field", CalendarField.Unknown(reader.GetString() ?? "", Names));
        }
        else if (_types[field] != JsonTokenType.None)
        {
            findings.Add("bad-json", $"'{Names[field]}' is there twice; keep one.");
        }

        reader.Read();
        var (begin, type) = ((int)reader.TokenStartIndex, reader.TokenType);
        reader.Skip();
        if (field >= 0)
        {
            (_values[field], _types[field]) = (line[begin..(int)reader.BytesConsumed], type);
        }
    }

    private static int Find(ref Utf8JsonReader reader)
    {
        for (var field = 0; field < Names.Length; field++)
        {
            if (reader.ValueTextEquals(Names[field]))
            {
                return field;
            }
        }

        return -1;
    }
}

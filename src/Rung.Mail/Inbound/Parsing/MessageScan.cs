using MimeKit;

namespace Rung.Mail.Inbound.Parsing;

/// <summary>
/// Walks a message once and notes where its parts are. It breaks off at as many as are looked at, so that a message of a million
/// parts costs no more than one that has those.
/// </summary>
internal sealed class MessageScan : MimeReader
{
    private static readonly ParserOptions Reading = new()
    {
        MaxMimeDepth = MailLimits.Depth,
        AllowAddressesWithoutDomain = false,
    };

    private readonly MailNotes _notes;
    private readonly MessageStream _stream;
    private readonly Stack<(bool IsAlternative, int Number)> _multiparts = new();
    private readonly List<Header> _partHeaders = [];
    private int _counted;
    private int _headerBytes;

    // How many messages deep, counted from the one that encloses them.
    private int _enclosing;
    private ScannedPart? _enclosed;
    private bool _isFirstHeaders = true;
    private ScannedPart? _current;

    // Parts, multiparts and what is inside enclosed messages: whatever costs memory to read.
    private int _begun;
    private bool _isFull;

    // Where the last header field ended; null: what is read now is content.
    private long? _fieldFrom = 0;

    private MessageScan(MessageStream stream, MailNotes notes)
        : base(Reading, stream, MimeFormat.Entity)
    {
        _notes = notes;
        stream.MayGoOn = MayGoOn;
        _stream = stream;
    }

    public List<Header> Headers { get; } = [];
    public List<ScannedPart> Parts { get; } = [];

    /// <summary>Message-IDs of enclosed messages.</summary>
    public List<string> Enclosed { get; } = [];

    /// <summary>The message's own media type, for example <c>multipart/report</c>.</summary>
    public ContentType? Outer { get; private set; }

    public static MessageScan Of(byte[] bytes, int length, MailNotes notes)
    {
        using var stream = new MessageStream(bytes, length);
        var scan = new MessageScan(stream, notes);
        try
        {
            scan.ReadMessage(CancellationToken.None);
        }
        catch (FormatException)
        {
            // No header field at all, or none that can be told from text.
        }
        if (scan.Parts.Count == 0 && scan.Headers.Count == 0 && length > 0)
        {
            scan.Parts.Add(
                new ScannedPart
                {
                    MediaType = "text",
                    MediaSubtype = "plain",
                    End = length,
                }
            );
        }
        return scan;
    }

    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        _partHeaders.Clear();
        _fieldFrom = _stream.Position;
    }

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        _fieldFrom = _stream.Position;
        if (_isFirstHeaders)
        {
            Keep(header);
        }
        else if (_enclosing > 0 && header.Id == HeaderId.MessageId && Enclosed.Count < MailLimits.MessageIds)
        {
            Enclosed.Add(header.Value);
        }
        if (_partHeaders.Count < MailLimits.HeaderFields && header.RawValue.Length <= MailLimits.FieldBytes)
        {
            _partHeaders.Add(header);
        }
    }

    protected override void OnHeadersEnd(
        long beginOffset,
        int beginLineNumber,
        long endOffset,
        int endLineNumber,
        CancellationToken cancellationToken
    ) => (_isFirstHeaders, _fieldFrom) = (false, null);

    protected override void OnMimePartBegin(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        CancellationToken cancellationToken
    ) => _current = Begin(contentType);

    protected override void OnMimePartContentBegin(
        long beginOffset,
        int beginLineNumber,
        CancellationToken cancellationToken
    )
    {
        if (_current is { } part)
        {
            part.Begin = (int)beginOffset;
        }
    }

    protected override void OnMimePartContentEnd(
        long beginOffset,
        int beginLineNumber,
        long endOffset,
        int lines,
        NewLineFormat? newLineFormat,
        CancellationToken cancellationToken
    )
    {
        if (_current is { } part)
        {
            (part.Begin, part.End) = ((int)beginOffset, (int)endOffset);
        }
        _current = null;
    }

    protected override void OnMessagePartBegin(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        CancellationToken cancellationToken
    )
    {
        _enclosed = Begin(contentType) ?? _enclosed;
        _enclosing++;
    }

    protected override void OnMessagePartEnd(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        long headersEndOffset,
        long endOffset,
        int lines,
        CancellationToken cancellationToken
    )
    {
        if (--_enclosing == 0 && _enclosed is { } enclosed)
        {
            (enclosed.Begin, enclosed.End) = ((int)headersEndOffset, (int)endOffset);
            _enclosed = null;
        }
    }

    protected override void OnMultipartBegin(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        CancellationToken cancellationToken
    )
    {
        Outer ??= contentType;
        Count();
        _multiparts.Push((contentType.IsMimeType("multipart", "alternative"), ++_counted));
        if (_multiparts.Count >= MailLimits.Depth)
        {
            _notes.Add(MailFault.TooDeep);
        }
    }

    protected override void OnMultipartEnd(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        long headersEndOffset,
        long endOffset,
        int lines,
        CancellationToken cancellationToken
    ) => _multiparts.TryPop(out _);

    // A field is held whole while it is read, and each part costs a little: past either limit the rest of the message is not
    // looked at (S41).
    private bool MayGoOn(long position)
    {
        if (_isFull)
        {
            return false;
        }
        if (position - (_fieldFrom ?? position) <= MailLimits.LongestField)
        {
            return true;
        }
        _notes.Add(MailFault.HeadersCut);
        return false;
    }

    private void Keep(Header header)
    {
        _headerBytes += header.RawValue.Length + header.Field.Length;
        var isTooMuch = Headers.Count >= MailLimits.HeaderFields || _headerBytes > MailLimits.HeaderBytes;
        if (isTooMuch || header.RawValue.Length > MailLimits.FieldBytes)
        {
            _notes.Add(MailFault.HeadersCut);
            return;
        }
        Headers.Add(header);
    }

    // What is inside an enclosed message belongs to that message.
    private ScannedPart? Begin(ContentType type)
    {
        Outer ??= type;
        Count();
        if (_enclosing > 0)
        {
            return null;
        }
        if (Parts.Count >= MailLimits.Parts)
        {
            BreakOff();
            return null;
        }
        var part = PartHeaders.Read(type, _partHeaders, Alternative());
        Parts.Add(part);
        return part;
    }

    private void Count()
    {
        if (++_begun > MailLimits.Begun)
        {
            BreakOff();
        }
    }

    private void BreakOff()
    {
        _isFull = true;
        _notes.Add(MailFault.TooManyParts);
    }

    private int? Alternative()
    {
        foreach (var (isAlternative, number) in _multiparts)
        {
            if (isAlternative)
            {
                return number;
            }
        }
        return null;
    }
}

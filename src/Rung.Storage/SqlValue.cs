namespace Rung.Storage;

/// <summary>A value for the parameter <c>@Name</c>: a number, a text, or the lack of either.</summary>
internal readonly record struct SqlValue
{
    private static readonly object IsNumber = new();
    private static readonly object NoNumber = new();

    private readonly long _number;
    private readonly object? _kind;

    private SqlValue(string name, object? kind, long number)
    {
        Name = name;
        _kind = kind;
        _number = number;
    }

    public string Name { get; }

    public long? Number => _kind == IsNumber ? _number : null;

    public string? Text => _kind as string;

    public byte[]? Bytes => _kind as byte[];

    /// <summary>Whether it belongs to a column of numbers, also when it is null.</summary>
    public bool IsNumeric => _kind == IsNumber || _kind == NoNumber;

    public static implicit operator SqlValue((string Name, long Number) pair) => new(pair.Name, IsNumber, pair.Number);

    public static implicit operator SqlValue((string Name, long? Number) pair) =>
        pair.Number is { } number ? new(pair.Name, IsNumber, number) : new(pair.Name, NoNumber, number: 0);

    /// <exception cref="ArgumentException">The text cannot be kept alike by every database.</exception>
    public static implicit operator SqlValue((string Name, string? Text) pair) =>
        StorableText.Is(pair.Text)
            ? new(pair.Name, pair.Text, number: 0)
            : throw new ArgumentException(
                $"The text for {pair.Name} has NUL or half a surrogate pair in it.",
                nameof(pair)
            );

    public static implicit operator SqlValue((string Name, byte[] Bytes) pair) => new(pair.Name, pair.Bytes, number: 0);
}

using MimeKit;

namespace Rung.Mail.Inbound.Parsing;

/// <summary>A part of a message: what its headers say, and where in the bytes its content is.</summary>
internal sealed class ScannedPart
{
    public required string MediaType { get; init; }
    public required string MediaSubtype { get; init; }
    public string? Charset { get; init; }
    public string? Name { get; init; }
    public bool IsFlowed { get; init; }
    public bool IsDelSp { get; init; }
    public bool IsAttachment { get; init; }
    public ContentEncoding Encoding { get; init; }
    public string? ContentId { get; init; }

    /// <summary>Parts of one multipart/alternative say the same; null: it stands for itself.</summary>
    public int? Alternative { get; init; }
    public int Begin { get; set; }
    public int End { get; set; }

    public int Length => Math.Max(0, End - Begin);

    public bool Is(string type, string subtype) => MediaType == type && MediaSubtype == subtype;

    public bool IsText => MediaType == "text" && MediaSubtype is "plain" or "html";
}

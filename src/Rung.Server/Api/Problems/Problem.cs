namespace Rung.Server.Api.Problems;

/// <summary>Why a request was not carried out, as RFC 9457 has it.</summary>
/// <param name="Type">Stable: <c>urn:rung:problem:</c> and the code.</param>
/// <param name="Detail">One sentence for a person: what is wrong and what to do.</param>
/// <param name="Code">Stable; <c>docs/errors.md</c> lists them.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail, string Code)
{
    /// <summary>The path that was asked for.</summary>
    public string? Instance { get; init; }

    /// <summary>The requirement that a refusal rests on, e.g. <c>ESS-53</c>.</summary>
    public string? Rule { get; init; }
    public CitedParagraph? Paragraph { get; init; }

    /// <summary>What is wrong where: a path into the body such as <c>$.reporter.email</c>, a parameter, a header.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>The case's version now, when the one that was named is not it.</summary>
    public long? Version { get; init; }

    /// <summary>What happened since the version that was named.</summary>
    public IReadOnlyList<Bodies.EventBody>? Since { get; init; }

    /// <summary>Finds the request in the server's log.</summary>
    public string? TraceId { get; init; }
}

/// <summary>The paragraph of the guide that says so.</summary>
public sealed record CitedParagraph(string Id, string Title, string Guide, string GuideVersion);

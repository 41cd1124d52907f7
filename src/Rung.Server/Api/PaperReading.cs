using System.Buffers.Text;
using System.Security.Cryptography;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api;

/// <summary>Papers as they are sent: their bytes, and what is kept of them on the case. ESS-89.</summary>
internal static class PaperReading
{
    /// <summary>The longest body with papers in it, in base64.</summary>
    public const long MostBytes = 16 * 1024 * 1024;

    /// <summary>The papers, with their bytes by hash.</summary>
    public static SentPapers Of(IReadOnlyList<PaperRequest>? requests)
    {
        var (papers, contents) = (new List<Paper>(), new Dictionary<string, byte[]>(StringComparer.Ordinal));
        for (var index = 0; index < (requests?.Count ?? 0); index++)
        {
            var sent = requests![index];
            if (!Base64.IsValid(sent.Content))
            {
                var where = $"$.papers[{index}].content";
                return new SentPapers([], contents)
                {
                    Problem = Refusing.Because(
                        ProblemKind.Of(RefusalCode.InvalidInput),
                        where,
                        "The content of a paper is its bytes in base64."
                    ),
                };
            }
            var (paper, bytes) = Of(sent.Name, sent.MediaType, Convert.FromBase64String(sent.Content));
            papers.Add(paper);
            contents[paper.Hash] = bytes;
        }
        return new SentPapers(papers, contents);
    }

    public static (Paper Paper, byte[] Bytes) Of(string name, string mediaType, byte[] bytes) =>
        (new Paper(name, mediaType, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), bytes);
}

/// <summary>Papers that came with a request.</summary>
internal sealed record SentPapers(IReadOnlyList<Paper> Papers, IReadOnlyDictionary<string, byte[]> Contents)
{
    public ProblemAnswer? Problem { get; init; }
}

using Rung.Core.Complaints;
using Rung.Server.Api;

namespace Rung.Server.Pages.Complaints;

/// <summary>Files as a form sends them. What they are is told by their names; nobody opens them here.</summary>
internal static class ComplaintPapers
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".txt"] = "text/plain",
    };

    public static async Task<(IReadOnlyList<Paper> Papers, IReadOnlyDictionary<string, byte[]> Contents)> Of(
        IFormFileCollection files
    )
    {
        var (papers, contents) = (new List<Paper>(), new Dictionary<string, byte[]>(StringComparer.Ordinal));
        foreach (var file in files.Where(file => file is { Name: "papers", FileName.Length: > 0 }))
        {
            using var read = new MemoryStream();
            await file.CopyToAsync(read);
            var type = Types.GetValueOrDefault(Path.GetExtension(file.FileName), "application/octet-stream");
            var (paper, bytes) = PaperReading.Of(Path.GetFileName(file.FileName), type, read.ToArray());
            papers.Add(paper);
            contents[paper.Hash] = bytes;
        }
        return (papers, contents);
    }
}

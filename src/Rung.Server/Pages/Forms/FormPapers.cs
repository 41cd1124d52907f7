using System.Collections.ObjectModel;
using Rung.Core.Complaints;
using Rung.Server.Api;

namespace Rung.Server.Pages.Forms;

/// <summary>Files as a form sends them. What they are is told by their names; nobody opens them here.</summary>
internal static class FormPapers
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

    private const string Name = "papers";

    public static FieldView Field(string label) =>
        new(Name, label, FieldType.Files)
        {
            Optional = true,
            Hint =
                $"{Papers.Kinds}, at most {Papers.MostBytes / 1024 / 1024} MB each and {Papers.MostTogether / 1024 / 1024} MB together. Choose them again if the form comes back.",
        };

    /// <summary>What a browser offers to choose from.</summary>
    public static string Accept => string.Join(',', Types.Keys);

    /// <summary>Of a form that has no field for them.</summary>
    public static (IReadOnlyList<Paper> Papers, IReadOnlyDictionary<string, byte[]> Contents) None { get; } =
        ([], ReadOnlyDictionary<string, byte[]>.Empty);

    public static async Task<(IReadOnlyList<Paper> Papers, IReadOnlyDictionary<string, byte[]> Contents)> Of(
        HttpContext context
    )
    {
        var files = (await context.Request.ReadFormAsync()).Files;
        var (papers, contents) = (new List<Paper>(), new Dictionary<string, byte[]>(StringComparer.Ordinal));
        foreach (var file in files.Where(file => file is { Name: Name, FileName.Length: > 0 }))
        {
            using var read = new MemoryStream();
            await file.CopyToAsync(read);
            var type = Types.GetValueOrDefault(Path.GetExtension(file.FileName), Papers.Unknown);
            var (paper, bytes) = PaperReading.Of(Path.GetFileName(file.FileName), type, read.ToArray());
            papers.Add(paper);
            contents[paper.Hash] = bytes;
        }
        return (papers, contents);
    }
}

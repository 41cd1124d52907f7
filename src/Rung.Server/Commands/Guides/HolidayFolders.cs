using Rung.Core.Guides.Reading;
using Rung.Core.Time;

namespace Rung.Server.Commands.Guides;

/// <summary>Finds the public holidays for a guide: files <c>holidays/REGION.ics</c> beside it, then those that come with Rung.</summary>
internal static class HolidayFolders
{
    private const string FolderName = "holidays";

    public static HolidayLibrary For(string guide)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(guide)) ?? ".", FolderName);
        var regions = new Dictionary<string, HolidayFileResult>();
        foreach (var file in Files(beside).Concat(Files(OfProduct())))
        {
            var region = Path.GetFileNameWithoutExtension(file);
            if (!regions.ContainsKey(region))
            {
                regions[region] = HolidayFile.Read(region, File.ReadAllText(file));
            }
        }
        return new HolidayLibrary(regions);
    }

    private static IEnumerable<string> Files(string? folder) =>
        folder is not null && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.ics").Order(StringComparer.Ordinal)
            : [];

    // Beside the program when installed, some folders up in a checkout.
    private static string? OfProduct()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var holidays = Path.Combine(folder.FullName, "guides", FolderName);
            if (Directory.Exists(holidays))
            {
                return holidays;
            }
        }
        return null;
    }
}

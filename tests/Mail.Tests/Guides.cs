using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Time;
using Xunit;

namespace Rung.Mail.Tests;

/// <summary>The schools desk's guide as shipped.</summary>
internal static class Guides
{
    public static Guide Schools { get; } = Read();

    private static Guide Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rung.slnx")))
        {
            folder = folder.Parent!;
        }
        var guides = Path.Combine(folder.FullName, "guides");
        var holidays = Directory
            .GetFiles(Path.Combine(guides, "holidays"), "*.ics")
            .Select(file => (Region: Path.GetFileNameWithoutExtension(file), Text: File.ReadAllText(file)))
            .ToDictionary(one => one.Region, one => HolidayFile.Read(one.Region, one.Text));
        var text = File.ReadAllBytes(Path.Combine(guides, "schools-desk.yaml"));
        var reading = GuideReader.Read("schools-desk.yaml", text, new HolidayLibrary(holidays));
        Assert.NotNull(reading.Guide);
        return reading.Guide;
    }
}

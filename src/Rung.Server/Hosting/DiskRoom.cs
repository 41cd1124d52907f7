using System.Globalization;

namespace Rung.Server.Hosting;

/// <summary>How much room is left on the disk of the data folder. PostgreSQL's own disk is for whoever runs its server to watch. R40, S53</summary>
/// <param name="look">Free bytes, and all there are.</param>
internal sealed class DiskRoom(Func<(long Free, long All)> look)
{
    private const long Gibibyte = 1024L * 1024 * 1024;

    /// <summary>Less than a tenth of the disk, and less than ten GiB; or less than one.</summary>
    public bool IsShort => IsShortAt(look());

    /// <summary>What is left is kept for words and mail.</summary>
    public bool IsFull => look().Free < Gibibyte / 8;

    /// <summary>"0.9 GiB are free on its disk".</summary>
    public string Words =>
        string.Create(CultureInfo.InvariantCulture, $"{(double)look().Free / Gibibyte:0.0} GiB are free on its disk");

    public static DiskRoom Of(string folder) =>
        new(() =>
        {
            var drive = new DriveInfo(folder);
            return (drive.AvailableFreeSpace, drive.TotalSize);
        });

    private static bool IsShortAt((long Free, long All) room) =>
        room.Free < Gibibyte || (room.Free < 10 * Gibibyte && room.Free < room.All / 10);
}

using Rung.Server.Tests.Api;

namespace Rung.Server.Tests.Versions;

/// <summary>The guides of a desk's own folder, and further versions of the schools guide in it.</summary>
internal static class OwnGuides
{
    public const string Since = "effectiveFrom: 2020-10-01";
    public const string ThreeDays = "{ when: { priority: P3 }, allow: { workingDays: 3 }";

    public static void Copy(string folder)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, "guides")).FullName;
        foreach (var file in (string[])["schools-desk.yaml", "smc.yaml"])
        {
            File.Copy(Documents.Path("guides", file), Path.Combine(own, file));
        }
    }

    /// <summary>Puts a changed guide beside the present one.</summary>
    public static void Add(string folder, Func<string, string> change, string name = "schools-desk")
    {
        var text = File.ReadAllText(Path.Combine(folder, "guides", $"{name}.yaml"));
        File.WriteAllText(Path.Combine(folder, "guides", $"{name}-next.yaml"), change(text));
    }

    /// <summary>Version 2.1 of the schools guide, in force from Monday 11 January 2027, with another allowance for priority 3.</summary>
    public static Func<string, string> Allowing(string allow) =>
        text =>
            Later(text)
                .Replace(
                    ThreeDays,
                    ThreeDays.Replace("workingDays: 3", allow, StringComparison.Ordinal),
                    StringComparison.Ordinal
                );

    public static string Later(string text) =>
        Version(text, "2.1").Replace(Since, "effectiveFrom: 2027-01-11", StringComparison.Ordinal);

    public static string Version(string text, string version) =>
        text.Replace("  version: \"2.0\"\n  status", $"  version: \"{version}\"\n  status", StringComparison.Ordinal)
            .Replace(
                "    - version: \"2.0\"\n",
                $"    - version: \"{version}\"\n      date: 2026-12-01\n      author: Service management\n      summary: Another target\n      marked: Not marked\n    - version: \"2.0\"\n",
                StringComparison.Ordinal
            );

    /// <summary>A desk on which a new version of the schools guide came into the folder while it was stopped.</summary>
    public static async Task Replace(RunningDesk desk, Func<string, string> change)
    {
        await desk.Stop();
        Add(desk.Folder, change);
        await desk.Start();
    }
}

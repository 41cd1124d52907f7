namespace Rung.Server.Hosting;

/// <summary>Which guide files an installation runs by: its own, or else the two that come with Rung.</summary>
internal static class GuideFiles
{
    /// <summary>The folder of an installation's own guides, in its data folder.</summary>
    public const string FolderName = "guides";

    // The order in which their desks are shown.
    private static readonly string[] ShippedNames = ["schools-desk.yaml", "smc.yaml"];

    /// <exception cref="StartException">There is none.</exception>
    public static IReadOnlyList<string> In(string dataFolder)
    {
        var own = Path.Combine(dataFolder, FolderName);
        return Directory.Exists(own) ? Own(own) : Shipped();
    }

    /// <summary>Those that come with Rung.</summary>
    /// <exception cref="StartException">They are missing.</exception>
    public static IReadOnlyList<string> Shipped() =>
        [.. ShippedNames.Select(file => Path.Combine(ShippedFolder(), file))];

    private static string[] Own(string folder)
    {
        var found = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToArray();
        return found.Length > 0
            ? found
            : throw new StartException(
                $"There is no guide (*.yaml) in {folder}: put one there, or remove the folder to run by those that come with Rung."
            );
    }

    // Beside the program when installed, some folders up in a checkout.
    private static string ShippedFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var guides = Path.Combine(folder.FullName, "guides");
            if (ShippedNames.All(file => File.Exists(Path.Combine(guides, file))))
            {
                return guides;
            }
        }
        throw new StartException(
            "The guides that come with Rung are missing: reinstall it, or put guides into the folder guides of your data."
        );
    }
}

namespace Rung.Core.Tests.Conformance;

/// <summary>The sources that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Rung.slnx"))
            ? folder
            : Find(
                Directory.GetParent(folder)?.FullName ?? throw new DirectoryNotFoundException("No Rung.slnx above.")
            );
}

namespace Rung.Server.Tests.Api;

/// <summary>Files of the checkout that the tests run from.</summary>
internal static class Documents
{
    public static string Path(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Rung.slnx")))
            {
                return System.IO.Path.Combine([folder.FullName, .. parts]);
            }
        }
        throw new InvalidOperationException("The tests do not run from a checkout.");
    }
}

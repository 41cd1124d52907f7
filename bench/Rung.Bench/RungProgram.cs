namespace Rung.Bench;

/// <summary>The program as it was built beside this one, to be started as a user starts it.</summary>
internal static class RungProgram
{
    public static string File { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var program = Path.Combine(folder.FullName, "src", "Rung.Server", "bin", "Release", "net10.0", "rung.dll");
            if (System.IO.File.Exists(program))
            {
                return program;
            }
        }
        throw new FileNotFoundException("Build the program first: dotnet build src/Rung.Server -c Release");
    }
}

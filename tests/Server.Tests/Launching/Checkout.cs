using System.Diagnostics;

namespace Rung.Server.Tests.Launching;

/// <summary>
/// A small checkout in a folder of its own, with the real launcher and a stand-in for the SDK: a real build of
/// nothing takes seconds, and what is tested is when the launcher builds, not what.
/// </summary>
internal sealed class Checkout : IDisposable
{
    private const string Sdk = """
        #!/usr/bin/env bash
        here=$(dirname "$0")
        case $1 in
        --version) exit "$(cat "$here/sdk-missing" 2>/dev/null || echo 0)" ;;
        build)
            echo build >>"$here/builds"
            sleep "$(cat "$here/build-seconds" 2>/dev/null || echo 0)"
            if [[ -f $here/broken ]]; then echo "$2/Program.cs(1,2): error CS1002: ; expected [$2/Rung.Server.csproj]"; exit 1; fi
            mkdir -p "$2/bin/Release/net10.0" && touch "$2/bin/Release/net10.0/rung.dll" ;;
        *) echo "ran in $PWD with:" "${@:2}" ;;
        esac
        """;

    // The tools that the launcher may call; a real SDK on this machine stays out of reach.
    private static readonly string[] Needed =
    [
        .. "bash cat dirname env find flock grep mkdir readlink rm sed sleep sort touch".Split(' '),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rung launcher ");

    public Checkout()
    {
        File.Copy(Path.Combine(FindRepository(), "rung"), Path.Combine(Root, "rung"));
        Write("src/Rung.Server/Program.cs", "return 0;");
        Write("src/Rung.Core/Core.cs", "");
        Write("guides/desk.yaml", "desk: 1");
        Write("global.json", "{}");
        foreach (var tool in Needed)
        {
            File.CreateSymbolicLink(Tool(tool), $"/usr/bin/{tool}");
        }
        // A copy keeps the permission to be run; only its text is replaced.
        File.Copy(Path.Combine(Root, "rung"), Tool("dotnet"));
        File.WriteAllText(Tool("dotnet"), Sdk.ReplaceLineEndings("\n"));
    }

    public string Root => folder.CreateSubdirectory("a checkout").FullName;

    public string Outside => folder.CreateSubdirectory("elsewhere").FullName;

    /// <summary>The folder of the stand-in, whose files say how it behaves and what it did.</summary>
    public string Tools => folder.CreateSubdirectory("tools").FullName;

    public int Builds => File.Exists(Tool("builds")) ? File.ReadAllLines(Tool("builds")).Length : 0;

    public string Tool(string name) => Path.Combine(Tools, name);

    public void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(Root, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }

    public void Delete(string path) => File.Delete(Path.Combine(Root, path));

    public Task<Run> Launch(params string[] arguments) => LaunchAs(Path.Combine(Root, "rung"), arguments);

    public async Task<Run> LaunchAs(string launcher, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/bash", [launcher, .. arguments])
        {
            WorkingDirectory = Outside,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = Tools },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Run(process.ExitCode, await output, await error);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rung.slnx")))
        {
            folder = folder.Parent!;
        }
        return folder.FullName;
    }
}

internal sealed record Run(int ExitCode, string Output, string Error);

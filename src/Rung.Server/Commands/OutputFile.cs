using System.CommandLine.Parsing;

namespace Rung.Server.Commands;

/// <summary>A file that a verb writes must be none of those that it reads: what somebody brought may be all there is of it.</summary>
internal static class OutputFile
{
    /// <summary>A wrong command line where both are one file, also by another path or through a symbolic link.</summary>
    public static void MustNotBe(CommandResult given, string? output, IEnumerable<string?> inputs)
    {
        if (output is null || inputs.OfType<string>().FirstOrDefault(input => IsSame(input, output)) is not { } read)
        {
            return;
        }
        given.AddError($"{output} would be written over {read}, which is read: name another file to write.");
    }

    private static bool IsSame(string one, string other)
    {
        try
        {
            return Resolved(one) == Resolved(other);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Whoever opens it says what is wrong with it.
            return false;
        }
    }

    private static string Resolved(string path)
    {
        var file = new FileInfo(path);
        var target = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        var folder = new DirectoryInfo(Path.GetDirectoryName(target.FullName)!);
        return Path.Combine((folder.ResolveLinkTarget(returnFinalTarget: true) ?? folder).FullName, target.Name);
    }
}

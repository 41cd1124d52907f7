using System.CommandLine;

namespace Rung.Server.Commands.Guides;

/// <summary><c>rung guide …</c>: what can be done with a guide before anybody works by it.</summary>
internal static class GuideCommand
{
    public static Command Create() =>
        new("guide", "Check, test, read and compare guides.")
        {
            GuideCheckCommand.Create(),
            GuideTestCommand.Create(),
            GuideShowCommand.Create(),
            GuideDiffCommand.Create(),
        };
}

using System.CommandLine;

namespace Rung.Server.Commands;

/// <summary><c>--sign-in</c>: at whose sign-in people may sign in.</summary>
internal static class SignInOption
{
    public static Option<string?> Create() =>
        new("--sign-in")
        {
            Description =
                "A JSON file that says at whose sign-in people may sign in besides passwords and links by mail (OpenID Connect), with the file or the variable that has each secret.",
            HelpName = "file",
        };
}

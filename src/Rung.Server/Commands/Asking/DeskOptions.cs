using System.CommandLine;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Asking;

/// <summary>Which desk a verb asks: one that runs, or the data of one that does not.</summary>
internal static class DeskOptions
{
    public static Option<string?> Desk() =>
        new("--desk")
        {
            Description = "The desk, by the id of its guide; not needed where there is only one.",
            HelpName = "id",
        };

    public static Option<string?> Data()
    {
        var data = new Option<string?>("--data")
        {
            Description = "Read the data of a desk that is not running from this folder.",
            HelpName = "folder",
        };
        data.Validators.Add(DataOption.Check);
        return data;
    }

    public static Option<string> Url()
    {
        var url = new Option<string>("--url")
        {
            Description =
                "Ask the desk that runs there. Where people have accounts, with the token in RUNG_TOKEN or in the file that RUNG_TOKEN_FILE names.",
            HelpName = "address",
            DefaultValueFactory = _ => $"http://localhost:{RungOptions.UsualPort}",
        };
        url.Validators.Add(given =>
        {
            if (given.Tokens is [var text, ..] && !IsWeb(text.Value))
            {
                given.AddError($"'{text.Value}' is not an address like http://localhost:{RungOptions.UsualPort}.");
            }
        });
        return url;
    }

    private static bool IsWeb(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");
}

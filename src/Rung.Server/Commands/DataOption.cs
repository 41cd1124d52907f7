using System.CommandLine;
using System.CommandLine.Parsing;

namespace Rung.Server.Commands;

/// <summary><c>--data</c>: the folder that a server keeps its data in.</summary>
internal static class DataOption
{
    public static Option<string> Create(string description, string otherwise)
    {
        var data = new Option<string>("--data")
        {
            Description = description,
            HelpName = "folder",
            DefaultValueFactory = _ => otherwise,
        };
        data.Validators.Add(Check);
        return data;
    }

    public static void Check(OptionResult given)
    {
        if (given.Tokens is [var folder, ..] && string.IsNullOrWhiteSpace(folder.Value))
        {
            given.AddError($"'{folder.Value}' is not the name of a folder.");
        }
    }
}

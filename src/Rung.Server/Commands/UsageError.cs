using System.CommandLine;
using System.CommandLine.Parsing;

namespace Rung.Server.Commands;

/// <summary>Says what is wrong with a command line, what may have been meant and where help is.</summary>
internal static class UsageError
{
    public static string Of(ParseResult parsed) =>
        $"rung: {Sentence(parsed, parsed.CommandResult.Command)}\nSee '{NameOf(parsed.CommandResult)} --help'.";

    private static string Sentence(ParseResult parsed, Command command)
    {
        var verbs = command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name).ToArray();
        if (parsed.UnmatchedTokens.Count > 0)
        {
            return Unknown(parsed.UnmatchedTokens[0], parsed.CommandResult, verbs);
        }
        if (verbs.Length == 0)
        {
            return parsed.Errors[0].Message;
        }
        return $"'{NameOf(parsed.CommandResult)}' needs a verb: {string.Join(", ", verbs)}.";
    }

    private static string Unknown(string typed, CommandResult result, string[] verbs)
    {
        var options = result.Command.Options.Select(option => option.Name);
        var nearest = NearestName.To(typed, typed.StartsWith('-') ? options : verbs);
        var sentence = verbs.Length > 0 ? $"there is no '{typed}'." : $"'{NameOf(result)}' does not take '{typed}'.";
        return sentence + (nearest is null ? "" : $" Did you mean '{nearest}'?");
    }

    private static string NameOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{NameOf(parent)} {result.Command.Name}" : "rung";
}

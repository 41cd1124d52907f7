using Rung.Core.History.Replaying;

namespace Rung.Server.Commands.Replay;

/// <summary>What outcomes are called.</summary>
internal static class OutcomeWords
{
    public static string Of(Outcome outcome) =>
        outcome switch
        {
            Outcome.Met => "met",
            Outcome.Late => "late",
            Outcome.NeverDone => "never",
            Outcome.Running => "running",
            Outcome.NotJudged => "unjudged",
            _ => throw new NotSupportedException($"No word for {outcome}."),
        };
}

using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Core.Cases.Deciding;

/// <summary>First priority, raise and lowering. ESS-21, ESS-43 to ESS-45, A-07, A-08, A-27.</summary>
internal static class Prioritising
{
    public static Ruling Decide(Decision decision, SetPriority command)
    {
        if (LoggingDoor.PriorityIsUnknown(decision.Guide, command.Priority) is { } unknown)
        {
            return new Ruling.Refused(unknown);
        }
        if (Decision.MayName(command.With, "The name of who agreed") is { } wrong)
        {
            return new Ruling.Refused(wrong);
        }
        if (decision.State.IsResolved)
        {
            return Ruling.Refuse(
                RefusalCode.WrongCondition,
                "A resolved case keeps its priority.",
                "ESS-45",
                decision.CiteOf(decision.State.Condition)
            );
        }
        if (decision.State.Priority is not { } present)
        {
            var facts = decision.Facts;
            var missing = IntakeCheck.Missing(decision.Guide, facts.Kind!, facts.Services, facts.Answers);
            var asks = Unasked(decision.Guide, missing, decision.Moment);
            return asks is null ? Set(decision, command, PriorityCause.Chosen) : new Ruling.Refused(asks);
        }
        var steps = decision.Guide.Rank(command.Priority) - decision.Guide.Rank(present);
        return steps switch
        {
            0 => decision.Accept(),
            < 0 => Raise(decision, command),
            > 0 => Lower(decision, command),
        };
    }

    /// <summary>
    /// Logging with more than the default is a raise without those whom it takes (ESS-42 to ESS-44); with less, a lowering
    /// without the fact that makes it right (A-27).
    /// </summary>
    public static Refusal? ChangesAtOnce(Guide guide, LogCase command, Proposal? proposal, Moment moment)
    {
        var takesOver = command.Continues is not null;
        if (command.Priority is null || takesOver)
        {
            return null;
        }
        if (proposal is null)
        {
            return Unasked(guide, IntakeCheck.Missing(guide, command.Kind, command.Services, command.Answers), moment);
        }
        var steps = guide.Rank(command.Priority) - guide.Rank(proposal.Priority);
        return steps > 0 ? LowersAtOnce(guide, proposal)
            : steps < 0 ? RaisesAtOnce(guide, proposal)
            : null;
    }

    private static Refusal? LowersAtOnce(Guide guide, Proposal proposal)
    {
        if (guide.Lowering is { Rule: Need.Optional, By.Count: 0, DownTo: null })
        {
            return null;
        }
        var sentence =
            $"The guide gives {proposal.Priority} here, since {proposal.Because}: correct the answers, or log it so, then lower it and say which fact makes that right.";
        return new Refusal(RefusalCode.PriorityOutOfBounds, sentence, "ESS-42", guide.Lowering?.Cite ?? proposal.Cite);
    }

    private static Refusal? RaisesAtOnce(Guide guide, Proposal proposal)
    {
        if (guide.Raise is not { } rule)
        {
            return null;
        }
        var who = string.Join(" or ", rule.By.Select(role => Title(guide, role)));
        var sentence =
            $"The guide gives {proposal.Priority} here, since {proposal.Because}: log it so, then {(who.Length == 0 ? "raise it" : $"{who} raises it with the customer")}.";
        return new Refusal(RefusalCode.RoleNotAllowed, sentence, "ESS-44", rule.Cite);
    }

    /// <summary>Before the questions are answered that decide the priority, choosing one would be a raise of a default not yet known.</summary>
    private static Refusal? Unasked(Guide guide, IEnumerable<OpenPoint> missing, Moment moment)
    {
        if (guide.Raise is not { By.Count: > 0 } rule || guide.MayAct(rule.By, moment.By.Role, moment.At))
        {
            return null;
        }
        var decisive = guide.PriorityRules.SelectMany(one => one.When.Whole()).Select(Question).ToHashSet();
        var open = missing.Where(point => point.Question is null || decisive.Contains(point.Question)).ToList();
        if (open.Count == 0)
        {
            return null;
        }
        var asks = string.Join(" ", open.Select(point => point.Ask));
        var who = string.Join(" or ", rule.By.Select(role => Title(guide, role)));
        var sentence =
            $"Ask first: {asks} The guide gives the priority from the answers; only {who} chooses one without them.";
        return new Refusal(RefusalCode.RoleNotAllowed, sentence, "ESS-44", rule.Cite);
    }

    private static string? Question(When when) =>
        when switch
        {
            When.Answered answered => answered.Question,
            When.Numbered numbered => numbered.Question,
            _ => null,
        };

    private static Ruling Raise(Decision decision, SetPriority command)
    {
        if (decision.Guide.Raise is not { } rule)
        {
            return Set(decision, command, PriorityCause.Raised);
        }
        if (rule.UpTo is { } most && decision.Guide.Rank(command.Priority) < decision.Guide.Rank(most))
        {
            var highest = $"A default priority is raised to {most} at most: choose that, or escalate.";
            return Ruling.Refuse(RefusalCode.PriorityOutOfBounds, highest, "ESS-43", rule.Cite);
        }
        if (WindowIsOver(decision))
        {
            var way = decision.Guide.Ladders.FirstOrDefault(ladder => ladder.Id == rule.Afterwards)?.Name;
            var next = way is null ? "use the escalation path" : $"escalate by \"{way}\"";
            var over =
                $"The time for raising the default priority is over: {next}. The priority stays {decision.State.Priority}.";
            return Ruling.Refuse(RefusalCode.RaiseWindowOver, over, "ESS-43", rule.Cite);
        }
        if (rule.By.Count > 0 && !decision.MayAct(rule.By))
        {
            var who = string.Join(" or ", rule.By.Select(role => Title(decision.Guide, role)));
            var only = $"Only {who} can raise the default priority, together with the customer: ask them now.";
            return Ruling.Refuse(RefusalCode.RoleNotAllowed, only, "ESS-44", rule.Cite);
        }
        if (rule.With is { } with && Agrees(decision.Guide, with, command) is { } sentence)
        {
            return Ruling.Refuse(RefusalCode.CustomerContactRequired, sentence, "ESS-43", rule.Cite);
        }
        return Set(decision, command, PriorityCause.Raised);
    }

    // Null: the right person agreed, as far as it is on file who that can be.
    private static string? Agrees(Guide guide, string role, SetPriority command)
    {
        var part = Title(guide, role).ToLowerInvariant();
        if (string.IsNullOrWhiteSpace(command.With))
        {
            return $"Name the {part} who agreed to the raise.";
        }
        return
            command.OnFile.Count == 0 || command.OnFile.Contains(command.With.Trim(), StringComparer.OrdinalIgnoreCase)
            ? null
            : $"\"{command.With.Trim()}\" is not on file as {part}: name {string.Join(" or ", command.OnFile)}, or put the contact on file first.";
    }

    /// <summary>
    /// Whether the time for raising the default is over: from the reference, in the desk's working time, end inclusive.
    /// A raise is complete when it is entered, whatever moment is given for it (A-07, semantics 15).
    /// </summary>
    public static bool WindowIsOver(Decision decision)
    {
        if (decision.Guide.Raise is not { } rule)
        {
            return false;
        }
        var ends = rule.Within.DueFrom(decision.State.Logged.At, decision.Guide.Calendars[rule.Calendar]);
        return ends.Ok && decision.Moment.RecordedAt > ends.Value;
    }

    private static Ruling Lower(Decision decision, SetPriority command)
    {
        var rule = decision.Guide.Lowering;
        if (rule?.DownTo is { } least && decision.Guide.Rank(command.Priority) > decision.Guide.Rank(least))
        {
            var lowest = $"A priority is lowered to {least} at most: choose that.";
            return Ruling.Refuse(RefusalCode.PriorityOutOfBounds, lowest, "ESS-55", rule.Cite);
        }
        if (rule is { By.Count: > 0 } && !decision.MayAct(rule.By))
        {
            var who = string.Join(" or ", rule.By.Select(role => Title(decision.Guide, role)));
            return Ruling.Refuse(
                RefusalCode.RoleNotAllowed,
                $"Only {who} can lower the priority.",
                "ESS-55",
                rule.Cite
            );
        }
        if (rule?.Rule != Need.Optional && string.IsNullOrWhiteSpace(command.Reason))
        {
            const string Say = "Say which fact makes the lower priority right; it is kept with the change.";
            return Ruling.Refuse(RefusalCode.InvalidInput, Say, "ESS-55", rule?.Cite);
        }
        return Set(decision, command, PriorityCause.Lowered);
    }

    private static Ruling.Accepted Set(Decision decision, SetPriority command, PriorityCause cause)
    {
        var proposal = Proposer.Propose(decision.Facts);
        var set = decision.Moment.Stamp(
            new PrioritySet(command.Priority, cause, proposal, command.With, command.Reason)
        );
        return new Ruling.Accepted(
            Holding.EndsWith(decision, command.Priority) is { } resumed ? [resumed, set] : [set]
        );
    }

    private static string Title(Guide guide, string role) =>
        guide.Roles.FirstOrDefault(one => one.Id == role)?.Title ?? role;
}

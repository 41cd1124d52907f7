using Rung.Core.Cases;
using Rung.Core.Cases.Deciding;
using Rung.Core.Guides;

namespace Rung.Core.Escalations.Deciding;

/// <summary>Who of the provider is brought in, and who owns the escalation. SMC-10, SMC-27, SMC-29, SMC-33, SMC-38, S-01, S-03.</summary>
internal static class Engaging
{
    public static Ruling Decide(Climb climb, Engage command)
    {
        var (level, unknown) = Climb.LevelOf(climb.Ladder, command.Level);
        if (level is null)
        {
            return new Ruling.Refused(unknown!);
        }
        var decision = climb.Decision;
        var role = Post(climb, level);
        var person = Person(climb, role, command);
        if ((Refuses(climb, level, command) ?? NobodyAccepts(level, person, command)) is { } wrong)
        {
            return new Ruling.Refused(wrong);
        }
        var contacted = command.ContactedAt ?? decision.At;
        List<CaseEvent> events =
        [
            new Engaged(level.Number, role.Id, person, command.Channel, command.Outcome, contacted, command.Text),
        ];
        if (command.Raises)
        {
            events.Add(Raised(climb, level, command));
        }
        if (command.Outcome == EngagementOutcome.Accepted && TakesOver(climb, level, command))
        {
            events.Add(new OwnershipTaken(role.Id, person!, climb.One.Owner?.Name, null));
        }
        return climb.Accept([.. events]);
    }

    public static Ruling Decide(Climb climb, HandOverEscalation command)
    {
        if (climb.One.Owner is not { } owner)
        {
            const string None = "Nobody owns this escalation yet: contact the post that does, and enter who accepted.";
            return Ruling.Refuse(RefusalCode.WrongCondition, None, "SMC-38", climb.Ladder.Cite);
        }
        if (Decision.NeedsName(command.To, "The new owner's name") is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        if (command.Told is not { } told)
        {
            const string Untold =
                "The customer hears who owns the escalation from now on: tell them, and say how you did.";
            return Ruling.Refuse(RefusalCode.InvalidInput, Untold, "SMC-38", LevelCite(climb));
        }
        return command.To.Trim() == owner.Name
            ? climb.Accept()
            : climb.Accept(new OwnershipTaken(owner.Role, command.To.Trim(), owner.Name, told));
    }

    private static Refusal? Refuses(Climb climb, Level level, Engage command)
    {
        if (command.ContactedAt > climb.Decision.Moment.RecordedAt || command.ContactedAt < climb.One.Since)
        {
            return new Refusal(
                RefusalCode.MomentNotAllowed,
                "They were contacted between the beginning of the escalation and now: correct the time.",
                "ESS-84",
                climb.Ladder.Cite
            );
        }
        return Decision.MayName(command.Person, "The name") ?? (command.Raises ? MayNotRaise(climb, level) : null);
    }

    // Whoever holds the post and enters it has accepted in person.
    private static string? Person(Climb climb, Role post, Engage command)
    {
        var by = climb.Decision.Moment.By;
        var isOwn = command.Outcome == EngagementOutcome.Accepted && by.Role == post.Id;
        return Escalating.Trimmed(command.Person) ?? (isOwn ? by.Name : null);
    }

    // The owner is one person, whom the customer knows by name.
    private static Refusal? NobodyAccepts(Level level, string? person, Engage command) =>
        command.Outcome == EngagementOutcome.Accepted && person is null
            ? new Refusal(RefusalCode.InvalidInput, "A person accepts, not a post: say who did.", "SMC-10", level.Cite)
            : null;

    // SMC-29, SMC-33: the owner and the executives bring in a higher level; without a call that is the exception.
    private static Refusal? MayNotRaise(Climb climb, Level level)
    {
        var facts = climb.Decision.Facts;
        var isOpen = level.Entries.OfType<Entry.ByOwner>().Any(entry => facts.Hold(entry.When));
        if (!isOpen || level.Number <= climb.One.Level)
        {
            return new Refusal(
                RefusalCode.CallRequired,
                $"Level {level.Number} is not entered by decision of the owner: the customer calls for it.",
                "S-03",
                level.Cite
            );
        }
        var role = climb.Decision.Moment.By.Role;
        var may =
            role == climb.One.Owner?.Role
            || climb.Ladder.Levels.Any(one => one.Role == role && one.Number >= climb.Ladder.StickyOwnerLevel);
        return may
            ? null
            : new Refusal(
                RefusalCode.RoleNotAllowed,
                "Only the owner of the escalation and the executives bring in a higher level.",
                "SMC-29",
                level.Cite
            );
    }

    private static Escalated Raised(Climb climb, Level level, Engage command) =>
        new()
        {
            Escalation = climb.One.Number,
            Ladder = climb.Ladder.Id,
            Level = level.Number,
            Way = EntryWay.Owner,
            Channel = command.Channel,
            Effective = Escalating.EffectiveFrom(climb.Decision),
            Note = command.Text,
            Alerts = LevelPost.Of(climb.Guide, climb.Ladder, level, climb.Decision.At).AlertsBeside(climb.One),
        };

    // S-01: the level that owns for good owns from acceptance; where none does, the present level's post owns.
    private static bool TakesOver(Climb climb, Level level, Engage command) =>
        climb.Ladder.StickyOwnerLevel is { } sticky
            ? climb.One.Owner is null && level.Number == sticky
            : level.Owns() && (level.Number == climb.One.Level || command.Raises);

    // Who was tried: the level's own post, or who steps in for it.
    private static Role Post(Climb climb, Level level)
    {
        var next = NextPost.Of(climb.Guide, climb.One, climb.Decision.At);
        return next?.Level == level.Number
            ? next.Role
            : climb.Guide.Holder(level.Role, climb.Decision.At)
                ?? climb.Guide.Roles.First(role => role.Id == level.Role);
    }

    private static string LevelCite(Climb climb) =>
        climb.Ladder.StickyOwnerLevel is { } sticky ? climb.Ladder.Level(sticky)!.Cite : climb.Ladder.Cite;
}

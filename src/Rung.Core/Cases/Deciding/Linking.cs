namespace Rung.Core.Cases.Deciding;

/// <summary>Cases are linked under a parent, never merged (semantics 38).</summary>
internal static class Linking
{
    public static Ruling Decide(Decision decision, LinkTo command)
    {
        if (command.Other == decision.State.Reference)
        {
            return Refuse(decision, "A case cannot be linked to itself.");
        }
        return Continues(decision, command)
            ?? SecondParent(decision, command)
            ?? Covering.Refuses(decision, command)
            ?? Link(decision, command);
    }

    public static Ruling Decide(Decision decision, Unlink command)
    {
        var links = decision.State.Links.Where(one => one.Other == command.Other).ToList();
        var link = command.Kind is { } kind
            ? links.Find(one => one.Kind == kind)
            : links.Find(one => !Covering.Is(one.Kind)) ?? links.FirstOrDefault();
        if (link is null)
        {
            return Refuse(decision, $"The case is not linked to {command.Other}.");
        }
        return link.Kind is LinkKind.Continues or LinkKind.ContinuedBy
                ? Refuse(decision, "A case stays linked to the one it continues.")
            : (Covering.Is(link.Kind) ? Decision.NeedsText(command.Reason, "The reason") : null) is { } empty
                ? new Ruling.Refused(empty)
            : decision.Accept(new Unlinked(command.Other, command.Reason) { Kind = link.Kind });
    }

    private static Ruling Refuse(Decision decision, string sentence) =>
        Ruling.Refuse(RefusalCode.InvalidInput, sentence, "ESS-53", decision.Guide.Closing.NeverReopenCite);

    // What continues a closed case is a new one; the closed one is told when that is logged.
    private static Ruling? Continues(Decision decision, LinkTo command)
    {
        var cite = decision.Guide.Closing.NeverReopenCite;
        if (command.Kind == LinkKind.Continues)
        {
            const string New = "Only a new case continues another: log it as continuing that one.";
            return Ruling.Refuse(RefusalCode.InvalidInput, New, "ESS-53", cite);
        }
        const string Live = "This case is still live: record what is said on it instead of logging another.";
        return command.Kind == LinkKind.ContinuedBy && !decision.State.IsClosed
            ? Ruling.Refuse(RefusalCode.WrongCondition, Live, "ESS-53", cite)
            : null;
    }

    private static Ruling? SecondParent(Decision decision, LinkTo command)
    {
        var parent = decision.State.Links.FirstOrDefault(link => link.Kind == LinkKind.Parent);
        return command.Kind != LinkKind.Parent || parent is null || parent.Other == command.Other
            ? null
            : Ruling.Refuse(
                RefusalCode.InvalidInput,
                $"The case is part of {parent.Other} already: undo that link first."
            );
    }

    private static Ruling Link(Decision decision, LinkTo command) =>
        decision.State.Links.Any(link =>
            link.Other == command.Other && Covering.Is(link.Kind) == Covering.Is(command.Kind)
        )
            ? decision.Accept()
            : decision.Accept([
                new Linked(command.Other, command.Kind) { Reason = command.Reason },
                .. command.Rfo is { } rfo && TiedCases.Takes(rfo, decision.State)
                    ? Closing.Explained(decision, rfo)
                    : [],
            ]);
}

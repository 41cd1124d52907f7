using Rung.Core.Guides;

namespace Rung.Core.Cases.Deciding;

/// <summary>Outcomes a to d, backlog answers and valid change requests. ESS-64 to ESS-68, A-13, A-14, semantics 32.</summary>
internal static class Disposing
{
    public static Ruling Decide(Decision decision, GiveDisposition command)
    {
        if (decision.Guide.Dispositions.FirstOrDefault(one => one.Id == command.Disposition) is not { } disposition)
        {
            var known = decision.Guide.Dispositions.Select(one => one.Id);
            return new Ruling.Refused(
                LoggingDoor.Unknown(
                    "disposition",
                    command.Disposition,
                    known,
                    ("ESS-64", LoggingDoor.CiteOf(decision.Guide.Dispositions, one => one.Cite))
                )
            );
        }
        if (Refuses(decision, disposition, command) is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        var given = new DispositionGiven(disposition.Id, command.Text, command.Circumvention, command.Expected);
        return disposition.Effect switch
        {
            DispositionEffect.StaysOpen => decision.Accept(given),
            DispositionEffect.Resolves => decision.Accept(
                given,
                new Resolved(command.Text, Confirmation.Required, ResolvedWhere.Later)
            ),
            DispositionEffect.Closes => decision.Accept(given, new Closed(ClosedBecause.Reviewed, decision.State.Rfo)),
            _ => throw new NotSupportedException($"No effect {disposition.Effect}."),
        };
    }

    private static Refusal? Refuses(Decision decision, Disposition disposition, GiveDisposition command)
    {
        if (decision.State.IsResolved)
        {
            return new Refusal(RefusalCode.WrongCondition, "The case is resolved already.", "ESS-65", disposition.Cite);
        }
        if (!decision.Facts.Hold(disposition.AppliesWhen))
        {
            var sentence = $"\"{disposition.Name}\" is not an answer to a case of this kind and priority.";
            return new Refusal(RefusalCode.DispositionNotAllowed, sentence, "ESS-64", disposition.Cite);
        }
        if (disposition.AsksExpectation == Need.Required && command.Expected is null)
        {
            return new Refusal(
                RefusalCode.InvalidInput,
                "Name the date by which it is expected.",
                "ESS-67",
                disposition.Cite
            );
        }
        if (command.Expected < decision.At.InZone(decision.Guide.DeskCalendar.Zone).Date)
        {
            return new Refusal(
                RefusalCode.InvalidInput,
                "The date by which it is expected has passed: name a later one.",
                "ESS-67",
                disposition.Cite
            );
        }
        if (disposition.Effect == DispositionEffect.Closes && Closing.Owes(decision) is { } owed)
        {
            return owed;
        }
        return Decision.NeedsText(command.Text, "The update to the customer");
    }
}

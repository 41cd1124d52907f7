namespace Rung.Core.Cases.Deciding;

/// <summary>Who stands for a case on the customer's side. ESS-17, ESS-94.</summary>
internal static class Reporting
{
    public static Ruling Decide(Decision decision, ChangeReporter command)
    {
        var before = decision.State.Logged.Reporter;
        if (command.OnFile.FirstOrDefault(one => one.Id == command.Contact) is not { } contact)
        {
            return Ruling.Refuse(RefusalCode.InvalidInput, Nobody(command, before), "ESS-17", decision.CiteOfKind);
        }
        if (Decision.NeedsText(command.Reason, "The reason") is { } refusal)
        {
            return new Ruling.Refused(refusal);
        }
        var after = before with
        {
            ContactId = contact.Id,
            ContactName = contact.Name,
            ContactRole = contact.Roles is [var role, ..] ? role : null,
            Phone = contact.Phone,
            Email = contact.Email,
        };
        return after == before
            ? decision.Accept()
            : decision.Accept(new ReporterChanged(before.ContactName, after, command.Reason.Trim()));
    }

    private static string Nobody(ChangeReporter command, Reporter before) =>
        command.OnFile.Count == 0
            ? $"{before.CustomerName} has nobody on file: put whom you mean on file first."
            : $"{before.CustomerName} has no \"{OneLine.Start(command.Contact)}\" on file: choose one of {string.Join(", ", command.OnFile.Select(one => one.Id))}.";
}

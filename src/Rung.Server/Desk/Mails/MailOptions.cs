namespace Rung.Server.Desk.Mails;

/// <param name="AuthServId">The name our mail server signs its verdicts about senders with; null: it gives none.</param>
public sealed record MailOptions(string? AuthServId);

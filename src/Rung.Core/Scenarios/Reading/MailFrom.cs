namespace Rung.Core.Scenarios.Reading;

/// <summary>What a mail says of the case that it becomes.</summary>
/// <param name="Contact">Id of its sender.</param>
internal sealed record MailFrom(string Contact, string Subject);

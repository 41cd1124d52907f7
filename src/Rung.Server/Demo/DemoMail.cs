using NodaTime;

namespace Rung.Server.Demo;

/// <summary>A mail that waits when the demo opens; what becomes of it is found as with any other.</summary>
/// <param name="Mailbox">The address it came to.</param>
/// <param name="Message">As a mail server hands it over.</param>
/// <param name="SetAside">Why it was set aside before the demo opened; null: it was not.</param>
public sealed record DemoMail(string Desk, string Mailbox, Instant ReceivedAt, string Message, string? SetAside = null)
{
    /// <summary>The name that the demo's mail server signs its verdicts about senders with.</summary>
    public const string AuthServId = "mx.schools.example.org";
}

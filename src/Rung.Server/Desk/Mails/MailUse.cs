using Rung.Core.Guides;

namespace Rung.Server.Desk.Mails;

/// <summary>What the guide has an address for.</summary>
internal abstract record MailUse
{
    private MailUse() { }

    /// <summary>Told to whoever logs a mail that came there; null: there is nothing to tell.</summary>
    public virtual string? Hint => null;

    public static MailUse Of(Guide guide, string mailbox) =>
        EscalatingMail.IsForALevel(guide, mailbox) ? new Escalation()
        : MailRoutes.IsForComplaints(guide, mailbox) ? new Complaint()
        : new Answer();

    /// <summary>Whatever is written to the desk.</summary>
    public sealed record Answer : MailUse;

    /// <summary>A level is reached there: what comes on a case asks for the next.</summary>
    public sealed record Escalation : MailUse
    {
        public override string Hint =>
            "This address is for escalations: entered on the case that it is about, it asks for the next level.";
    }

    /// <summary>
    /// Complaints alone. What comes there is an answer on no case but a complaint: those whom it is about would read it there
    /// (ESS-91, ESS-93). An agent logs it.
    /// </summary>
    public sealed record Complaint : MailUse
    {
        public override string Hint =>
            "This address is for complaints: logged as one, it is seen by those alone who deal with complaints.";
    }
}

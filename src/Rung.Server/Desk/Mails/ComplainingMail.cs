using Rung.Core.Guides;

namespace Rung.Server.Desk.Mails;

/// <summary>
/// Mail to an address that the guide has for complaints alone. It is an answer on no case but a complaint: those whom it is
/// about would read it there (ESS-91, ESS-93). An agent logs it.
/// </summary>
internal static class ComplainingMail
{
    /// <summary>Told to whoever logs it.</summary>
    public const string Hint =
        "This address is for complaints: logged as one, it is seen by those alone who deal with complaints.";

    public static bool IsOne(Guide guide, string mailbox) => MailRoutes.IsForComplaints(guide, mailbox);
}

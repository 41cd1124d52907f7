using Rung.Mail.Transport;
using Rung.Server.Desk.Mails;
using Rung.Server.Hosting;
using Rung.Server.Pages.Accounts;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Setup;

/// <summary>Mail out and in, each with a test.</summary>
internal static class SetupMail
{
    /// <param name="muted">Why no mail leaves; null: it does.</param>
    public static SetupStepView Out(SmtpAddress? server, string to, string? muted)
    {
        if (server is null)
        {
            return new SetupStepView(
                "mail-out",
                "Mail that goes out",
                SetupStanding.ToDo,
                [
                    $"No mail server is named: mail to customers is kept and not sent. Name one at the start, or in the environment as {SmtpSetting.Name}, where a password may stand.",
                ]
            )
            {
                Commands = ["rung serve --smtp smtp://user@host:587"],
            };
        }
        return new SetupStepView(
            "mail-out",
            "Mail that goes out",
            muted is null ? SetupStanding.Done : SetupStanding.Wrong,
            [$"Mail goes out by {server}."]
        )
        {
            Problems = muted is null ? [] : [$"No mail leaves: {muted}. Let it speak again with rung db unmute."],
            Forms =
            [
                new AccountFormView(
                    $"{Addresses.Setup}/mail-out",
                    "Send a test mail",
                    [new FieldView("to", "To", FieldType.Email) { Value = to }]
                ),
            ],
        };
    }

    public static SetupStepView In(IReadOnlyList<MailboxState> mailboxes) =>
        mailboxes.Count == 0
            ? new(
                "mail-in",
                "Mail that comes in",
                SetupStanding.ToDo,
                [
                    "No mailbox is fetched. Name each at the start, or let your mail server hand its mail over with rung mail deliver.",
                ]
            )
            {
                Commands = ["rung serve --imap imaps://user@host/INBOX?for=ADDRESS"],
            }
            : new(
                "mail-in",
                "Mail that comes in",
                mailboxes.Any(one => one.Problem is not null) ? SetupStanding.Wrong : SetupStanding.Done,
                [.. mailboxes.Where(one => one.Problem is null).Select(one => $"{one.Address} is read.")]
            )
            {
                Problems =
                [
                    .. mailboxes.Where(one => one.Problem is not null).Select(one => $"{one.Address}: {one.Words}."),
                ],
                Forms = [new AccountFormView($"{Addresses.Setup}/mail-in", "Try every mailbox now", [])],
            };
}

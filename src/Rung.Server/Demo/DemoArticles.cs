using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Help;
using Rung.Storage;
using Rung.Storage.Help;

namespace Rung.Server.Demo;

/// <summary>What the schools' desk has written for its customers, and for itself.</summary>
internal static class DemoArticles
{
    private const string Desk = "schools-desk";

    private static readonly Actor Writer = new("Engineer 2", Actor.AgentRole);

    private static readonly Article[] Published =
    [
        new(
            "outlook-asks-for-the-password",
            "Outlook asks for the password again and again",
            """
            Outlook keeps a password that is no longer right, most often since it was changed on another computer.

            1. Close Outlook.
            2. Open **Control Panel**, then **Credential Manager**, then **Windows Credentials**.
            3. Remove each entry that begins with `MicrosoftOffice`.
            4. Start Outlook and sign in once with the new password.

            Telephones and tablets keep the old password as well: change it in their mail settings, or they lock the account again.
            """
        )
        {
            Services = ["email"],
        },
        new(
            "a-website-is-blocked",
            "A website that we need for a lesson is blocked",
            """
            Web filtering sorts websites into categories. A new or moved site may stand in the wrong one.

            - Look whether the page says *which category* blocks it, and note it.
            - Try it on a second computer of the school: what is blocked for pupils may be open for staff.
            - Sites for a lesson are opened by the school's nominated person, for all or for one year group.

            Give us the whole address, beginning with `https://`, and who needs it by when.
            """
        )
        {
            Services = ["web-filtering"],
        },
        new(
            "cannot-sign-in-after-the-holidays",
            "Somebody cannot sign in after the holidays",
            """
            Most often the password ran out while nobody was there, or the account was locked by a telephone that still has the old one.

            1. Look at the **date and time** of the computer: when they are wrong, every sign-in fails.
            2. Try a private browser window. If that works, clear the browser's saved password.
            3. Choose *Forgotten password* on the sign-in page; the message goes to the address or number given at the first sign-in.
            4. Take the account off telephones and tablets before the password is changed, and add it again after that.

            If nobody at the school can sign in, do not try any longer: ring us.
            """
        )
        {
            Services = ["identity"],
        },
        new(
            "mail-to-parents-comes-back",
            "A mail to parents comes back",
            """
            A returned mail says why, near its end.

            | it says | it means |
            | --- | --- |
            | `550 5.1.1` or *user unknown* | The address is mistyped or gone: ask the parent. |
            | `452` or *mailbox full* | They have to make room; send it again tomorrow. |
            | *too large* | Put the file where parents can fetch it, and send the address of that. |
            | *spam* or *blocked* | Report it to us with the whole returned mail attached. |
            """
        )
        {
            Services = ["email"],
        },
    ];

    private static readonly Article Draft = new(
        "new-domain-what-to-ask",
        "New domain for a school: what to ask before it is ordered",
        """
        - Who at the school may order it, and is that person *nominated*?
        - Which old addresses have to go on working, and until when?
        - Does anything else use the old name: website, telephones, door entry?
        """
    )
    {
        Audience = ArticleAudience.Desk,
        Services = ["dns"],
    };

    /// <param name="at">When the demo opens; they were written in the weeks before.</param>
    public static async Task Write(RungDatabase database, Instant at)
    {
        for (var place = 0; place < Published.Length; place++)
        {
            var written = at - Duration.FromDays(40 - (7 * place));
            await database.Articles.Add(Version(Published[place], ArticleState.Published, written));
        }
        await database.Articles.Add(Version(Draft, ArticleState.Draft, at - Duration.FromDays(2)));
    }

    private static ArticleVersion Version(Article article, ArticleState state, Instant at) =>
        new(Desk, article, 1, state) { At = at, By = Writer };
}

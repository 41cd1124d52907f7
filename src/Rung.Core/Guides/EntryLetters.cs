namespace Rung.Core.Guides;

/// <summary>
/// What is written about ways in: to whoever gets in by a link in a mail, and to whoever's address is another from now on. Placeholders:
/// <c>{link}</c>, <c>{name}</c>, <c>{until}</c>, of an address <c>{name}</c> and <c>{customer}</c>, and what is said of the desk in every message. S14, S57.
/// </summary>
/// <param name="SignIn">To a contact who asked to be let into the portal.</param>
/// <param name="Invitation">To somebody of the desk who has an account now.</param>
/// <param name="Password">To somebody of the desk who chooses another password.</param>
/// <param name="Changed">
/// To somebody of the desk in whose ways of signing in something was changed: <c>{what}</c>, <c>{at}</c>, and no link.
/// </param>
/// <param name="CaseLink">To whoever reported a case and asked for another link to it: <c>{reference}</c> as well.</param>
/// <param name="Address">To a contact, at both addresses, whose address on file was changed.</param>
public sealed record EntryLetters(
    MessageTemplate SignIn,
    MessageTemplate Invitation,
    MessageTemplate Password,
    MessageTemplate Changed,
    MessageTemplate CaseLink,
    MessageTemplate Address,
    string Cite
)
{
    /// <summary>For a guide that says nothing of it.</summary>
    public static EntryLetters Usual { get; } =
        new(
            new MessageTemplate(
                "Sign in to the pages of {desk}",
                """
                Somebody asked to sign in to the pages of {desk} with this address. If it was you, open this and press the button there:

                {link}

                It works once, until {until}. If it was not you, do nothing: nobody gets in without this mail.
                """
            ),
            new MessageTemplate(
                "Your account at {desk}",
                """
                {name}, there is an account for you at {desk}. Choose your password here:

                {link}

                It works once, until {until}. Ask whoever administers the desk for another one after that.
                """
            ),
            new MessageTemplate(
                "A new password at {desk}",
                """
                {name}, you can choose a new password for {desk} here:

                {link}

                It works once, until {until}. If you did not ask for it, do nothing: your password stays as it is.
                """
            ),
            new MessageTemplate(
                "Your sign-in at {desk} was changed",
                """
                {name}, at {desk} something was changed in how you sign in, on {at}: {what}.

                If it was you, there is nothing to do. If it was not, choose another password at once, and tell whoever administers the desk.
                """
            ),
            new MessageTemplate(
                "Your case {reference} at {desk}",
                """
                Somebody asked for another link to your case {reference}, with one that had run out. This one opens it, until {until}:

                {link}

                If it was not you, do nothing: nobody else gets this mail.
                """
            ),
            new MessageTemplate(
                "Your address at {desk} was changed",
                """
                The mail address that {desk} has on file for {name}, {customer}, was changed. Answers go to the new one from now on.

                Whoever reads there can sign in to your pages. This mail goes to the old address and to the new one.

                If it is not right, tell us at once:
                Telephone: {phone}
                E-mail: {email}
                """
            ),
            ""
        );
}

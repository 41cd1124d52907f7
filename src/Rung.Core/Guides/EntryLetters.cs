namespace Rung.Core.Guides;

/// <summary>
/// What is written to whoever gets in by a link in a mail. Placeholders: <c>{link}</c>, <c>{name}</c>, <c>{until}</c>, and what is
/// said of the desk in every message. S14, S57.
/// </summary>
/// <param name="SignIn">To a contact who asked to be let into the portal.</param>
/// <param name="Invitation">To somebody of the desk who has an account now.</param>
/// <param name="Password">To somebody of the desk who chooses another password.</param>
public sealed record EntryLetters(
    MessageTemplate SignIn,
    MessageTemplate Invitation,
    MessageTemplate Password,
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
            ""
        );
}

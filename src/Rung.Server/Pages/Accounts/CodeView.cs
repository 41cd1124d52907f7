namespace Rung.Server.Pages.Accounts;

/// <summary>An authenticator is set up.</summary>
/// <param name="Key">The secret, to be typed.</param>
/// <param name="Address">The same as a link that an authenticator opens.</param>
/// <param name="Picture">The same to be scanned.</param>
public sealed record CodeView(
    AccountAround Around,
    string Key,
    string Address,
    QrPicture Picture,
    AccountFormView Form
);

/// <summary>Recovery codes, shown this once.</summary>
public sealed record RecoveryView(AccountAround Around, IReadOnlyList<string> Codes);

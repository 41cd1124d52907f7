using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>Passwords: which will do, and how they are kept and compared.</summary>
internal sealed class PasswordRule
{
    public const int Shortest = 12;
    private const int Longest = 200;

    // What OWASP asks of PBKDF2 with SHA-512.
    private const int Rounds = 210_000;

    private readonly PasswordHasher<Account> _hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = Rounds })
    );
    private readonly string _nobodys;

    public PasswordRule() => _nobodys = _hasher.HashPassword(null!, Secret.New());

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <summary>Takes as long for somebody who does not exist, so that nobody learns who does.</summary>
    public bool IsRight(Account? account, string password) =>
        _hasher.VerifyHashedPassword(null!, account?.Password ?? _nobodys, password)
            != PasswordVerificationResult.Failed
        && account?.Password is not null;

    /// <returns>What is wrong with a new password; null: nothing.</returns>
    public static string? Fault(string password, string email, string name) =>
        password.Length < Shortest ? $"Choose a password of at least {Shortest} characters; several words do well."
        : password.Length > Longest ? $"Choose a password of at most {Longest} characters."
        : password.Distinct().Count() < 5 ? "Choose a password of more than a few different characters."
        : GuessablePassword.Is(password, email, name)
            ? "This password is among the first that somebody would try: it is made of common words, digits in a row, or your name or address. Several words that have nothing to do with each other do well."
        : null;
}

using System.Text;
using MimeKit.Cryptography;

namespace Rung.Mail.Inbound.Senders;

/// <summary>
/// Reads the verdict of our own mail server (RFC 8601). Fields that carry another name were written by others, perhaps by
/// the sender; so are those below the first of our own, which a server writes on top.
/// </summary>
public static class SenderCheck
{
    /// <param name="authServId">The name our mail server signs its verdicts with; null: it gives none.</param>
    public static SenderStanding Of(ReceivedMail mail, string? authServId)
    {
        if (mail.From is not { } from)
        {
            return new SenderStanding(Standing.Unverified, "The mail does not say who it is from.");
        }
        if (string.IsNullOrEmpty(authServId))
        {
            return new SenderStanding(
                Standing.Unverified,
                "Nobody checked that the mail is from the address it names: anybody can write any."
            );
        }
        return Ours(mail, authServId) is { } verdict
            ? Judge(verdict, from)
            : new SenderStanding(
                Standing.Unverified,
                $"Our mail server ({authServId}) left no verdict about the sender."
            );
    }

    private static AuthenticationResults? Ours(ReceivedMail mail, string authServId)
    {
        foreach (var field in mail.Headers.All("Authentication-Results"))
        {
            if (
                AuthenticationResults.TryParse(Encoding.UTF8.GetBytes(field), out var results)
                && string.Equals(
                    results.AuthenticationServiceIdentifier,
                    authServId,
                    StringComparison.OrdinalIgnoreCase
                )
            )
            {
                return results;
            }
        }
        return null;
    }

    private static SenderStanding Judge(AuthenticationResults verdict, MailAddress from)
    {
        var dmarc = Result(verdict, "dmarc");
        if (dmarc is "pass" && IsAbout(verdict, "dmarc", "from", from.Domain))
        {
            return new SenderStanding(
                Standing.Verified,
                $"Our mail server found that it is from {from.Domain} (DMARC)."
            );
        }
        if (dmarc is "fail")
        {
            return new SenderStanding(
                Standing.Failed,
                $"Our mail server found that it is not from {from.Domain} (DMARC failed)."
            );
        }
        if (Result(verdict, "dkim", passed: true) is "pass" && IsAbout(verdict, "dkim", "d", from.Domain))
        {
            return new SenderStanding(Standing.Verified, $"It carries a valid signature of {from.Domain} (DKIM).");
        }
        return new SenderStanding(
            Standing.Unverified,
            $"Our mail server could not tell whether it is from {from.Domain}."
        );
    }

    private static string? Result(AuthenticationResults verdict, string method, bool passed = false) =>
        verdict
            .Results.FirstOrDefault(one => Is(one.Method, method) && (!passed || Is(one.Result, "pass")))
            ?.Result?.ToLowerInvariant();

    // A signature of somebody else's domain says nothing about this one.
    private static bool IsAbout(AuthenticationResults verdict, string method, string property, string domain)
    {
        var passed = verdict.Results.Where(one => Is(one.Method, method) && Is(one.Result, "pass"));
        return passed.Any(one =>
        {
            var named = one.Properties.FirstOrDefault(each =>
                Is(each.PropertyType, "header") && Is(each.Property, property)
            );
            return named is null ? method == "dmarc" : Aligned(named.Value, domain);
        });
    }

    private static bool Aligned(string signed, string domain)
    {
        var name = signed[(signed.LastIndexOf('@') + 1)..].Trim();
        return Is(name, domain)
            || domain.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase)
                && name.Contains('.', StringComparison.Ordinal);
    }

    private static bool Is(string? text, string other) =>
        string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}

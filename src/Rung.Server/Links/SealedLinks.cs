using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using NodaTime;
using Rung.Server.Accounts;
using Rung.Server.Hosting;

namespace Rung.Server.Links;

/// <summary>
/// Links that let somebody in, on their way out by mail: encrypted with the keys in the data folder until the mail leaves, so that
/// neither a copy of the database nor anybody who looks at outgoing mail gets in by them (S15).
/// </summary>
public sealed class SealedLinks(IDataProtectionProvider protection, IServer server, RungOptions options)
{
    private readonly IDataProtector _protector = protection.CreateProtector("rung.sealed-link");
    private readonly LinkAddress _address = new(server, options);

    /// <param name="path">Where it leads on this installation.</param>
    /// <param name="until">When it leads nowhere any more.</param>
    public string Seal(string path, Instant until) => _protector.Protect($"{until.ToUnixTimeSeconds()} {path}");

    /// <returns>Null: it leads nowhere any more, or was sealed with other keys.</returns>
    public string? Open(string seal, Instant now)
    {
        try
        {
            return
                _protector.Unprotect(seal).Split(' ', 2) is [var text, var path]
                && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var until)
                && now.ToUnixTimeSeconds() < until
                ? _address.Of(path).AbsoluteUri
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

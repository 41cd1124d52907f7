using Rung.Mail.Transport;

namespace Rung.Server.Hosting;

/// <summary>
/// The mail server that mail goes out by: the one on the command line, else that of the environment, else none. An address
/// may have a password in it and is never shown.
/// </summary>
internal static class SmtpSetting
{
    public const string Name = "Rung__Smtp";

    /// <summary>Names a file that holds the address, as secrets are handed to services.</summary>
    public const string FileName = Name + "_FILE";

    /// <returns>Null: mail is kept and not sent.</returns>
    /// <exception cref="StartException">The address is no good.</exception>
    public static SmtpAddress? Find(string? given)
    {
        var address = given ?? SecretSetting.Read(Name);
        if (address is null)
        {
            return null;
        }
        return SmtpAddress.TryParse(address, out var server, out var problem)
            ? server
            : throw new StartException($"{(given is null ? Name : "--smtp")}: {problem}.");
    }
}

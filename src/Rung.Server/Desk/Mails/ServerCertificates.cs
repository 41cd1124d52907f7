using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using Rung.Mail.Transport;

namespace Rung.Server.Desk.Mails;

/// <summary>When the certificates of the mail servers end that this process talks to: said 14 days ahead (R11).</summary>
public sealed class ServerCertificates
{
    private static readonly Duration Ahead = Duration.FromDays(14);

    private readonly ConcurrentDictionary<string, Instant> _ends = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="ends">Of the certificate that it showed just now; null: it showed none.</param>
    public void Note(MailServerAddress server, Instant? ends)
    {
        if (ends is { } at)
        {
            _ends[Name(server)] = at;
        }
    }

    public static bool IsEnding(Instant ends, Instant now) => ends - now <= Ahead;

    /// <summary>One sentence without a full stop for each that ends within 14 days, the first to end first.</summary>
    public IReadOnlyList<string> Ending(Instant now) =>
        [.. _ends.Where(one => IsEnding(one.Value, now)).OrderBy(one => one.Value).Select(one => Says(one, now))];

    private static string Says(KeyValuePair<string, Instant> one, Instant now)
    {
        var at = one.Value.ToString("uuuu-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        return one.Value < now
            ? $"the certificate of {one.Key} ended on {at}"
            : $"the certificate of {one.Key} ends on {at}: have it renewed, or no mail goes through";
    }

    private static string Name(MailServerAddress server) =>
        string.Create(CultureInfo.InvariantCulture, $"{server.Host}:{server.Port}");
}

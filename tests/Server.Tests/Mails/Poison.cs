using System.Text;
using NodaTime;
using Rung.Storage;
using Rung.Storage.Inbound;
using Xunit;

namespace Rung.Server.Tests.Mails;

/// <summary>A message during which the process ended, twice.</summary>
internal static class Poison
{
    /// <summary>As a process does that dies each time: it takes the message up and is never heard of again.</summary>
    public static async Task<long> EndsTheProcess(RungDatabase database, string message, Instant now)
    {
        var kept = await database.Inbound.Keep(Mail(message, now));
        for (var time = 1; time <= 2; time++)
        {
            Assert.Single(await database.Inbound.Claim(new InboundClaim("gone", now, now)));
        }
        return kept.Id;
    }

    public static NewInbound Mail(string message, Instant at) =>
        new("schools-desk", "desk@schools.example.org", EnvelopeSender: null, Encoding.UTF8.GetBytes(message), at);
}

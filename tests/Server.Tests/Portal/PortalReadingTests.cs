using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rung.Server.Pages.Portal;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>How a case reads in the portal. The desk's clock stands at Thursday 24 December 2026, 15:20.</summary>
public sealed partial class PortalReadingTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Office = "ashgrove/office";
    private readonly Caller _agent = new(shared.Desk);

    [Theory]
    [InlineData("desk open until 18:00", "desk open until 6:00pm")]
    [InlineData("closed 00:00 – 12:05", "closed 12:00am – 12:05pm")]
    [InlineData("Mon 30 Nov 08:00, then 09:30.", "Mon 30 Nov 8:00am, then 9:30am.")]
    [InlineData("00:1A:2B:14:30:55 at 10.0.0.1:14:30", "00:1A:2B:14:30:55 at 10.0.0.1:14:30")]
    [InlineData("24:00 and 9:15", "24:00 and 9:15")]
    public void Times_of_day_are_said_as_customers_read_them(string sentence, string said) =>
        Assert.Equal(said, PortalMoments.Said(sentence));

    [Fact]
    public async Task A_page_of_the_portal_has_one_clock()
    {
        var reference = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        await _agent.Do(reference, "update", new JsonObject { ["text"] = "Look again at 16:45, please." });
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}");
        Assert.Contains("3:20pm</time>", office.Page, StringComparison.Ordinal);
        Assert.Contains("desk open until 6:00pm", office.Page, StringComparison.Ordinal);
        // What somebody wrote stands as they wrote it.
        Assert.Equal(["16:45"], OnDesk().Matches(Tag().Replace(office.Page, " ")).Select(one => one.Value));
    }

    [Fact]
    public async Task What_a_report_becomes_says_why_of_this_very_report()
    {
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open("/report");
        await office.Send("begin", ("about", "fault"));
        foreach (
            var answer in new[]
            {
                ("services", "email"),
                ("q.affected", "one"),
                ("q.effect", "cannot-use"),
                ("q.details", "It is shut"),
                ("q.tried", "Nothing"),
                ("q.help-guides", "did-not-help"),
            }
        )
        {
            await office.Send("question", answer);
        }
        Assert.Equal("/report/check", office.Place);
        Assert.Contains("One person cannot use it at all.", office.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Many people are affected", office.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2_000, false)]
    [InlineData(2_001, true)]
    public async Task A_very_long_answer_is_folded_and_none_of_it_is_lost(int length, bool isFolded)
    {
        var reference = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        var word = new string('w', length);
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}/reply");
        await office.Send("act", ("text", word));
        foreach (var page in (string[])["", $"//schools-desk/cases/{reference}"])
        {
            await office.Open(page.Length == 0 ? $"/cases/{reference}" : page);
            Assert.Equal(
                isFolded,
                office.Page.Contains("<summary>All of it: 2,001 characters", StringComparison.Ordinal)
            );
            Assert.Contains(word, office.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_reply_of_what_nobody_sees_is_none()
    {
        var reference = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}/reply");
        await office.Send("act", ("text", "\u200B\u00A0\u2060"));
        Assert.Contains("The reply is empty: write it.", office.Page, StringComparison.Ordinal);
    }

    /// <summary>SMC-04: the office manager has no part that the guide lets ask.</summary>
    [Fact]
    public async Task Whoever_escalates_without_a_part_that_the_guide_names_is_marked()
    {
        var reference = (await _agent.Log(Caller.FaultForSome.DeepClone())).Reference;
        using var office = await Secretary.Of(shared.Desk, Office);
        await office.Open($"/cases/{reference}/escalate");
        await office.Send("act", ("text", "Nothing happens"));
        Assert.Contains(
            "callerNotListed",
            (await _agent.Events(reference))
                .ToJsonString()
                .Replace("caller-not-listed", "callerNotListed", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [GeneratedRegex("(?<![0-9:])([01][0-9]|2[0-3]):[0-5][0-9](?![0-9:]|[ap]m)")]
    private static partial Regex OnDesk();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}

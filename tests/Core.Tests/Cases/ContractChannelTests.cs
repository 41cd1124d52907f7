using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Guides.Showing;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>ESS-04: a contract of the guide says by which channels its customers may report.</summary>
public sealed class ContractChannelTests
{
    private const string Note = "note: The school contacts our service desk itself.";

    private static readonly Guide WritingOnly = With("[email, portal]");

    [Theory]
    [InlineData(Channel.Phone)]
    [InlineData(Channel.InPerson)]
    public void ESS_04_A_case_that_comes_another_way_is_refused_with_the_paragraph_and_the_ways_that_there_are(
        Channel source
    )
    {
        var refusal = Refusal(WritingOnly, source)!;

        Assert.Equal(
            (RefusalCode.ChannelNotInContract, "ESS-04", "contracts"),
            (refusal.Code, refusal.Rule, refusal.Cite)
        );
        Assert.EndsWith(
            ", but by e-mail (desk@schools.example.org) or in the customer portal (https://portal.schools.example.org).",
            refusal.Sentence,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Channel.Email)]
    [InlineData(Channel.Portal)]
    // Nobody called: what the provider's own monitoring found is no report of the customer's (ESS-29).
    [InlineData(Channel.Monitoring)]
    public void ESS_04_What_the_contract_has_and_what_monitoring_found_is_logged(Channel source) =>
        Assert.Null(Refusal(WritingOnly, source));

    [Fact]
    public void ESS_04_A_contract_that_names_no_way_leaves_reporting_to_others()
    {
        var refusal = Refusal(With("[]"), Channel.Email)!;

        Assert.EndsWith(
            "nothing is reported by e-mail, nor in any other way.",
            refusal.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ESS_04_A_contract_that_says_nothing_of_it_has_every_way_and_so_has_nobodys() // ESS-17
    {
        Assert.Null(Refusal(ShippedGuides.Schools, Channel.Phone));
        Assert.Null(Refusal(WritingOnly, Channel.Phone, contract: null));
    }

    [Fact]
    public void ESS_88_A_complaint_may_come_in_any_way() =>
        Assert.IsType<Handled.Done>(
            Log(
                WritingOnly,
                log =>
                    log with
                    {
                        Kind = "complaint",
                        Source = Channel.Letter,
                        ReceivedAt = At.London("2026-12-14 09:00"),
                        Complaint = new ComplaintDetails("Nobody ever rings back"),
                        Services = [],
                        Answers = new Dictionary<string, string>(),
                    }
            )
        );

    [Fact]
    public void ESS_04_The_guide_is_printed_with_the_ways_of_each_contract()
    {
        var table = GuideShower
            .Show(WritingOnly, [])
            .Sections.Single(section => section.Id == "contracts")
            .Blocks.OfType<Block.Table>()
            .Single();

        Assert.Equal(["Contract", "Hours", "Reports", "What it means"], table.Columns);
        Assert.Equal(["By e-mail or in the customer portal", "In every way"], table.Rows.Select(row => row[2]));
    }

    private static Guide With(string channels) =>
        ShippedGuides.With("schools-desk", (Note, $"{Note}\n    channels: {channels}\n    cite: contracts"));

    private static Refusal? Refusal(Guide guide, Channel source, string? contract = "direct") =>
        (
            Log(guide, log => log with { Source = source, Reporter = log.Reporter with { Contract = contract } })
            as Handled.Refused
        )?.Refusal;

    private static Handled Log(Guide guide, Func<LogCase, LogCase> change) =>
        CaseDesk.Log(
            guide,
            change(
                new LogCase
                {
                    Kind = "fault",
                    Source = Channel.Phone,
                    Subject = "Sign-in fails",
                    Reporter = People.Reporter with { Contract = "direct" },
                    Services = ["identity"],
                    Answers = Answers.DownForSome,
                }
            ),
            Moment.Now(People.Agent, At.London("2026-12-14 10:00"), CaseReference.FromNumber("R", 1))
        );
}

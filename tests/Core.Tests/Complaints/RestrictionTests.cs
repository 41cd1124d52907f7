using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Complaints;

/// <summary>Only who has to may see a complaint, and never whom it is about. ESS-93.</summary>
public class RestrictionTests
{
    [Theory]
    [InlineData("complaint-handler", "Somebody", true)]
    [InlineData("service-desk-manager", "Somebody", true)]
    [InlineData("client-director", "Somebody", true)]
    [InlineData("head-of-service", "Somebody", false)] // the post complained of
    [InlineData("complaint-handler", " engineer   9 ", false)] // the person complained of
    [InlineData("agent", "Somebody", false)]
    [InlineData("team-leader", "Somebody", false)]
    [InlineData("Complaint-Handler", "Somebody", false)]
    [InlineData("contact", "School office", false)]
    [InlineData(Actor.SystemRole, "Rung", true)]
    public void ESS_93_Posts_that_the_guide_names_but_not_whom_it_is_about(string role, string name, bool sees)
    {
        var one = Complaint.Log(
            "2026-12-14 10:00",
            Channel.Phone,
            log =>
                log with
                {
                    Complaint = new ComplaintDetails("Rude") { About = "Engineer 9", AboutRole = "head-of-service" },
                }
        );

        Assert.Equal(sees, Restriction.Of(one.Guide, one.State.Logged).Allows(new Actor(name, role)));
    }

    [Fact]
    public void ESS_93_What_is_no_complaint_is_seen_by_all()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00");

        Assert.Equal(Restriction.None, Restriction.Of(one.Guide, one.State.Logged));
        Assert.True(Restriction.None.Allows(People.Agent));
    }

    [Fact]
    public void ESS_93_A_guide_whose_only_post_is_the_one_complained_of_leaves_it_to_nobody_and_not_to_all()
    {
        var guide = ShippedGuides.Schools;
        guide = guide with { Complaints = guide.Complaints! with { VisibleTo = ["head-of-service"] } };
        var one = SimulatedCase.Log(
            guide,
            "2026-12-14 10:00",
            log =>
                Complaint.Of(log, Channel.Phone) with
                {
                    Complaint = new ComplaintDetails("Rude") { AboutRole = "head-of-service" },
                }
        );
        var restriction = Restriction.Of(guide, one.State.Logged);

        Assert.All(guide.Roles, role => Assert.False(restriction.Allows(new Actor(role.Title, role.Id))));
    }

    [Theory]
    [InlineData("agent", true)]
    [InlineData("team-leader", true)]
    [InlineData("head-of-service", false)] // the post complained of
    [InlineData("contact", false)]
    [InlineData("site-administrator", false)] // of the customer's
    [InlineData("nobody", false)] // who does not say who they are
    public void ESS_93_Where_the_guide_names_no_posts_those_of_the_provider_see_complaints(string role, bool sees)
    {
        var guide = ShippedGuides.Schools;
        guide = guide with { Complaints = guide.Complaints! with { VisibleTo = [] } };
        var one = SimulatedCase.Log(
            guide,
            "2026-12-14 10:00",
            log =>
                Complaint.Of(log, Channel.Phone) with
                {
                    Complaint = new ComplaintDetails("Rude") { AboutRole = "head-of-service" },
                }
        );

        Assert.Equal(sees, Restriction.Of(guide, one.State.Logged).Allows(new Actor("Somebody", role)));
    }

    // Overdue at 10:01 on Thursday; the post is named by its title, as whoever holds it acts.
    [Fact]
    public void ESS_93_A_post_that_is_named_only_by_its_title_is_told_nothing_either()
    {
        var title = ShippedGuides.Schools.Roles.Single(role => role.Id == "complaint-handler").Title;
        var one = Complaint
            .Log(
                "2026-12-14 10:00",
                Channel.Phone,
                log => log with { Complaint = new ComplaintDetails("Rude") { About = title } }
            )
            .At("2026-12-17 10:01");

        Assert.Equal(["complaint-logged"], one.Mails.Select(mail => mail.Rule));
    }
}

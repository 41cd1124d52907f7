using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Portal.Cases;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>SMC-04, S-04: where an escalation begins by telephone only, the portal promises nothing else.</summary>
public sealed class PortalEscalationTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    [Theory]
    [InlineData("smc", false)]
    [InlineData("schools-desk", true)]
    public void SMC_04_What_comes_of_a_wish_is_said_as_the_guide_has_it(string desk, bool begins)
    {
        shared.Desk.Services.GetRequiredService<DeskRegister>().TryGet(desk, out var found);
        var guide = Assert.IsType<Guide>(found);

        Assert.Equal(begins, PortalEscalation.BeginsHere(guide));
        Assert.Equal(
            !begins,
            PortalEscalation
                .Says(guide)
                .StartsWith(
                    "An escalation begins by telephone only: please ring 01632 960200",
                    StringComparison.Ordinal
                )
        );
    }
}

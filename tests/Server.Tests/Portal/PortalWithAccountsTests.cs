using System.Net;
using Rung.Core.Cases;
using Rung.Server.Tests.Accounts;
using Rung.Storage.Accounts;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>Where people have accounts nobody is taken for a contact at their word. S13.</summary>
public sealed class PortalWithAccountsTests
{
    // S23: contacts have no accounts, and nobody signs up.
    [Fact]
    public async Task S13_An_agent_who_is_signed_in_is_nobody_of_a_customer_whatever_a_cookie_says()
    {
        await using var desk = await GuardedDesk.Open();
        await desk.Add("Alex Agent", new Right(GuardedDesk.Schools, Actor.AgentRole));
        using var alex = await desk.SignIn("Alex Agent");
        alex.Cookies.Add(desk.Address, new Cookie("rung-portal", "larkmere-primary%2Flarkmere-primary-office"));
        foreach (var page in (string[])["", "/visitor", "/report", "/report/check"])
        {
            using var answer = await alex.Get($"/schools-desk/portal{page}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}

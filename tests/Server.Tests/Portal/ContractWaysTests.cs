using Rung.Server.Tests.Api;
using Rung.Server.Tests.Versions;
using Xunit;

namespace Rung.Server.Tests.Portal;

/// <summary>ESS-04: a customer whose contract has the telephone alone, at every door.</summary>
public sealed class ContractWaysTests : IAsyncLifetime
{
    private const string Note = "note: The school contacts our service desk itself.";
    private RunningDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await RunningDesk.Open("2026-12-24T15:20:00Z", PhoneOnly);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task ESS_04_The_portal_shows_the_ways_of_the_contract_in_place_of_its_form()
    {
        using var office = await Secretary.Of(_desk, "ashgrove/office");
        await office.Open("/report");

        Assert.Contains(
            "Under your contract, problems are not reported on these pages",
            office.Page,
            StringComparison.Ordinal
        );
        Assert.Contains("tel:01632960100", office.Page, StringComparison.Ordinal);
        Assert.Contains("tel:01632960110", office.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("mailto:desk@", office.Page, StringComparison.Ordinal);
        Assert.Contains("/schools-desk/guide#contracts", office.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"begin\"", office.Page, StringComparison.Ordinal);
        await office.Open("/report/check");
        Assert.Equal("/report", office.Place);
    }

    [Theory]
    [InlineData("phone", 201)]
    [InlineData("monitoring", 201)]
    [InlineData("email", 409)]
    [InlineData("portal", 409)]
    public async Task ESS_04_The_API_logs_what_comes_by_the_contract_and_refuses_the_rest(string source, int status)
    {
        var body = Caller.FaultForSome.DeepClone().AsObject();
        body["source"] = source;
        var answer = (await new Caller(_desk).Post("cases", body)).Expect(status);

        Assert.Equal(status == 409 ? "channel-not-in-contract" : null, answer.Code);
        Assert.Equal(status == 409 ? "contracts" : null, (string?)answer.Body!["paragraph"]?["id"]);
    }

    private static void PhoneOnly(string folder)
    {
        OwnGuides.Copy(folder);
        var file = Path.Combine(folder, "guides", "schools-desk.yaml");
        var text = File.ReadAllText(file);
        Assert.Contains(Note, text, StringComparison.Ordinal);
        File.WriteAllText(
            file,
            text.Replace(Note, $"{Note}\n    channels: [phone]\n    cite: contracts", StringComparison.Ordinal)
        );
    }
}

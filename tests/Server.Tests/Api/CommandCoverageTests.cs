using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Cases;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Problems;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>The API has a door for everything that can be done to a case, and words for every refusal.</summary>
public sealed class CommandCoverageTests
{
    [Fact]
    public async Task Every_command_has_an_endpoint()
    {
        await using var desk = await RunningDesk.Open("2026-12-24T15:20:00Z");
        var commands = typeof(CaseCommand)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CaseCommand)) && !type.IsAbstract);
        var served = desk
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<CommandOf>()?.Command)
            .OfType<Type>()
            .Append(typeof(LogCase)); // POST cases
        Assert.Equal(commands.Select(type => type.Name).Order(), served.Select(type => type.Name).Order());
    }

    [Fact]
    public void Every_refusal_has_a_status_and_a_title()
    {
        var kinds = Enum.GetValues<RefusalCode>().Select(ProblemKind.Of).ToList();
        Assert.All(kinds, kind => Assert.InRange(kind.Status, 400, 499));
        Assert.Equal(kinds.Count, kinds.Select(kind => kind.Title).Distinct().Count());
        Assert.Equal("case-closed", ProblemKind.Of(RefusalCode.CaseClosed).Code);
    }

    [Fact]
    public void Every_code_is_explained_in_the_documents()
    {
        var rows = File.ReadAllLines(Documents.Path("docs", "errors.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        var explained = rows.Select(row => $"{row.Split('`')[1]} {row.Trim('|', ' ')[^3..]}");
        Assert.Equal(ProblemKind.All.Select(kind => $"{kind.Code} {kind.Status}").Order(), explained.Order());
    }
}

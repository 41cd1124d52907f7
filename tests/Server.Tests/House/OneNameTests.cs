using Rung.Core.Cases;
using Rung.Mail.Inbound;
using Rung.Server.Desk;
using Rung.Storage;
using Xunit;

namespace Rung.Server.Tests.House;

/// <summary>One word for one thing (docs/glossary.md): a name found once is the right one.</summary>
public sealed class OneNameTests
{
    private static readonly Type[] OneOfEach =
    [
        typeof(CaseState),
        typeof(RungDatabase),
        typeof(ReceivedMail),
        typeof(ServiceDesk),
    ];

    [Fact]
    public void No_two_types_of_the_house_have_the_same_name()
    {
        var twice = OneOfEach
            .SelectMany(one => one.Assembly.GetTypes())
            .Where(IsOurs)
            .GroupBy(type => type.Name.Split('`')[0])
            .Where(named => !MayRepeat(named.Key) && named.Select(type => type.Namespace).Distinct().Count() > 1)
            .Select(named => string.Join(" and ", named.Select(type => type.FullName)))
            .ToList();

        Assert.True(twice.Count == 0, string.Join(Environment.NewLine, twice));
    }

    // Migrations are generated, one set for each database, and named after the change that both make.
    private static bool IsOurs(Type type) =>
        type is { IsNested: false, Namespace: { } space }
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && space.StartsWith("Rung.", StringComparison.Ordinal)
        && !space.Contains(".Migrations", StringComparison.Ordinal);

    // The pages and the API each map the addresses of one thing.
    private static bool MayRepeat(string name) => name.EndsWith("Endpoints", StringComparison.Ordinal);
}

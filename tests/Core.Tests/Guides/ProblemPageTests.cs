using Rung.Core.Guides.Reading;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Guides;

/// <summary>docs/guide-problems.md names every code with its weight, in the order of the codes.</summary>
public sealed class ProblemPageTests
{
    [Fact]
    public void The_page_lists_every_code_with_its_weight()
    {
        var page = File.ReadLines(Path.Combine(GuideFiles.Root, "docs", "guide-problems.md"));
        var rows = page.Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split(" | ")[..2]);

        Assert.Equal(
            Enum.GetValues<ProblemCode>().Select(code => $"| `{code.Text()}` {Words.Of(code.Severity())}"),
            rows.Select(cells => $"{cells[0]} {cells[1]}")
        );
    }
}

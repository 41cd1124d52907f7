using System.Text.Json.Nodes;
using System.Xml.Linq;
using Rung.Server.Tests.Api;
using Xunit;

namespace Rung.Server.Tests.Launching;

/// <summary>
/// The first <c>./rung</c> fetches what the product needs and nothing more. It builds src/Rung.Server, so these are the
/// packages of that project and of those that it refers to, as their lock files have them.
/// </summary>
public sealed class RestoredPackagesTests
{
    private static readonly string Root = Documents.Path(".");

    // The tools that write migrations bring it along; a test reads sources by it.
    private const string Parser = "Microsoft.CodeAnalysis.CSharp";

    [Fact]
    public void The_launcher_fetches_no_package_that_only_tests_need()
    {
        Assert.Contains(
            "\nserver=\"$root/src/Rung.Server\"\n",
            File.ReadAllText(Documents.Path("rung")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "dotnet build \"$server\" ",
            File.ReadAllText(Documents.Path("rung")),
            StringComparison.Ordinal
        );

        var product = Closure(Documents.Path("src", "Rung.Server", "Rung.Server.csproj"));
        Assert.Equal(
            ["Rung.Core", "Rung.Mail", "Rung.Server", "Rung.Storage"],
            product.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
        );
        var fetched = product.SelectMany(Locked).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var needed = product.SelectMany(Direct).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var forTests = Directory
            .GetFiles(Path.Combine(Root, "tests"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(Direct)
            .Except(needed.Append(Parser), StringComparer.OrdinalIgnoreCase)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Contains("xunit.v3.mtp-v2", forTests);
        Assert.Contains("Microsoft.Playwright", forTests);
        Assert.Contains("NodaTime", fetched);
        Assert.Empty(forTests.Intersect(fetched, StringComparer.OrdinalIgnoreCase));
        Assert.DoesNotContain(fetched, name => name.StartsWith("xunit", StringComparison.OrdinalIgnoreCase));
    }

    private static HashSet<string> Closure(string project)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([Path.GetFullPath(project)]);
        while (open.TryDequeue(out var next))
        {
            if (all.Add(next))
            {
                var folder = Path.GetDirectoryName(next)!;
                References(next, "ProjectReference")
                    .ToList()
                    .ForEach(path => open.Enqueue(Path.GetFullPath(path, folder)));
            }
        }
        return all;
    }

    private static IEnumerable<string> Direct(string project) => References(project, "PackageReference");

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(project).Descendants(kind).Select(one => (string)one.Attribute("Include")!);

    private static IEnumerable<string> Locked(string project)
    {
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"));
        return JsonNode.Parse(text)!["dependencies"]!
            .AsObject()
            .SelectMany(one => one.Value!.AsObject().Select(package => package.Key));
    }
}

using System.Globalization;
using System.Text;
using Xunit;

namespace Rung.Core.Tests.Conformance;

/// <summary>
/// Which tests and scenarios show which requirement: <c>docs/conformance.md</c> is what the sources say. After a change:
/// <c>RUNG_WRITE_CONFORMANCE=1 eng/test core -- --filter-class '*ConformanceTests'</c>.
/// </summary>
public sealed class ConformanceTests
{
    private static readonly string[] NotBuilt = [];

    // What is shown, and what of the requirement is still to come.
    private static readonly Dictionary<string, string> InPart = [];

    [Fact]
    public void The_index_of_requirements_is_what_the_tests_say()
    {
        var page = Checkout.Path("docs", "conformance.md");
        var index = Page(Sources());
        if (Environment.GetEnvironmentVariable("RUNG_WRITE_CONFORMANCE") == "1")
        {
            File.WriteAllText(page, index);
        }
        Assert.Equal(File.ReadAllText(page), index);
    }

    [Fact]
    public void Every_requirement_is_shown_by_a_test_or_is_said_not_to_be_built()
    {
        var shown = Sources().SelectMany(source => source.Named.Keys).ToHashSet();
        var ids = Requirements().Select(one => one.Id).ToList();
        Assert.Equal(96 + 41, ids.Distinct().Count());
        Assert.Equal(NotBuilt, ids.Where(id => !shown.Contains(id)).Order());
        var readings = Readings().Select(one => one.Id);
        Assert.Empty(shown.Where(id => id.Contains('-', StringComparison.Ordinal)).Except(ids).Except(readings));
        // What is not built at all is not built in part either.
        Assert.Empty(InPart.Keys.Except(shown));
    }

    // of the schools desk and S-01 to S-09 of the service management centre.
    [Fact]
    public void Every_reading_of_what_the_sources_leave_open_is_shown_by_a_test()
    {
        var shown = Sources().SelectMany(source => source.Named.Keys).ToHashSet();
        var ids = Readings().Select(one => one.Id).ToList();
        Assert.Equal(27 + 9, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Contains(id, shown));
    }

    // S17 to S42, R1 to R20 and R34 of the catalogue, whose numbers have gaps.
    [Fact]
    public void Every_attack_and_every_fault_of_mail_is_shown_by_a_test()
    {
        var shown = Sources().SelectMany(source => source.Named.Keys).ToHashSet();
        var ids = Faults().Select(one => one.Id).ToList();
        Assert.Equal(16 + 16, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Contains(id, shown));
    }

    // S6 to S72 but those above and S8. Nothing calls other servers' webhooks, so that S46 and S52 have nothing to hold for.
    [Fact]
    public void Every_other_attack_is_shown_by_a_test()
    {
        var shown = Sources().SelectMany(source => source.Named.Keys).ToHashSet();
        var ids = Attacks().Select(one => one.Id).ToList();
        Assert.Equal(24, ids.Distinct().Count());
        Assert.Empty(ids.Intersect(Faults().Select(one => one.Id)));
        Assert.All(ids, id => Assert.Contains(id, shown));
    }

    [Theory]
    [InlineData("ESS-52 and A-09", "ESS-52 A-09")]
    [InlineData("A_03_A_23_Open, S-01 to S-03", "A-03 A-23 S-01 S-02 S-03")]
    [InlineData("ESS_54_to_ESS_56_Targets", "ESS-54 ESS-55 ESS-56")]
    [InlineData("SMC-09 to SMC-11, ESS-01.", "SMC-09 SMC-10 SMC-11 ESS-01")]
    [InlineData("ESS-520, LESS-1, ESS-5", "")]
    [InlineData("S17, once (R1), and R9_Two_nodes_R20", "S17 R1 R9 R20")]
    [InlineData("R-222, CRS1, S1a, S123, R0, S1-2, CA-01, S-041", "")]
    public void Requirements_are_found_where_they_are_named(string text, string ids) =>
        Assert.Equal(ids, string.Join(' ', RequirementMentions.In(text)));

    [Fact]
    public void A_file_shows_what_its_tests_name_and_neither_what_its_class_says_nor_its_strings()
    {
        const string File = """
            namespace Rung;

            /// <summary>All of ESS-01.</summary>
            public sealed class SomeTests
            {
                private const string Rule = "ESS-02";

                // ESS-03, and "not ESS-05" as well.
                [Fact]
                public void ESS_04_Holds() => Assert.Equal("ESS-06", Rule);

                // Of a helper: ESS-07.
                private static int Help() => 1;

                [Fact(DisplayName = "S23: as it is shown, R1")]
                public void Shown() => Assert.Equal("S24", Rule);

                [Theory]
                [InlineData("ESS-08")]
                public void Another(string rule)
                {
                    // ESS-04
                    Assert.Equal('"', rule[0]);
                }
            }
            """;
        var named = TestSource.OfTests("SomeTests.cs", File).Named.Select(one => $"{one.Key} {one.Value}");
        Assert.Equal(["ESS-03 1", "ESS-04 2", "ESS-05 1", "R1 1", "S23 1"], named.Order());
    }

    private static string Page(List<TestSource> sources)
    {
        var page = new StringBuilder(
            """
            # What shows which requirement

            One line for each requirement of the schools desk (ESS) and of the service management centre (SMC): the tests that name
            it, with how many in a file, and the scenarios. A test names a requirement in its name or in its comments; *in part*
            says what of a requirement is still to come.
            Tests of [WhatTheGuidesSayTests](../tests/Core.Tests/Guides/WhatTheGuidesSayTests.cs) show what is met as data of a guide.
            This page is made from the sources; a test fails when it is not what they say:

                RUNG_WRITE_CONFORMANCE=1 eng/test core -- --filter-class '*ConformanceTests'

            | requirement | in short | shown by |
            | --- | --- | --- |

            """
        );
        page.Append(Table(Requirements(), sources));
        page.Append(
            """

            ## Readings

            What the sources leave open is read in one way, which each guide lists under `readings`: A in the schools guide, S in that
            of the service management centre.

            | reading | in short | shown by |
            | --- | --- | --- |

            """
        );
        page.Append(Table(Readings(), sources));
        page.Append(
            """

            ## Attacks on mail and faults of it

            The same for the catalogue of what is done to a desk by mail (S) and of what breaks (R), each at the size that it is
            promised. A bench shows what is measured: [performance](performance.md).

            | number | in short | shown by |
            | --- | --- | --- |

            """
        );
        page.Append(Table(Faults(), sources));
        page.Append(
            """

            ## Other attacks

            What else is tried on a desk: who may see and do what, programs, sign-in, browsers. S46 and S52 are about webhooks, and there
            are none: Rung calls only mail servers and the issuers that its operator names. S1, S2, S4 and S8, which are also names of severities,
            are in [security](security.md).

            | number | in short | shown by |
            | --- | --- | --- |

            """
        );
        page.Append(Table(Attacks(), sources));
        return page.ToString();
    }

    private static string Table(List<(string Id, string Words)> requirements, List<TestSource> sources)
    {
        var page = new StringBuilder();
        foreach (var (id, words) in requirements)
        {
            var by = sources.Where(source => source.Named.ContainsKey(id)).Select(source => Link(source, id)).ToList();
            var shown = by.Count > 0 ? string.Join(", ", by) : "**not built yet**";
            shown += InPart.TryGetValue(id, out var lacks) ? $" (in part: {lacks})" : "";
            page.Append(CultureInfo.InvariantCulture, $"| {id} | {words} | {shown} |\n");
        }
        return page.ToString();
    }

    private static string Link(TestSource source, string id)
    {
        var name = Path.GetFileNameWithoutExtension(source.Path);
        var count = source.Named[id];
        return $"[{name}](../{source.Path})" + (count > 1 ? $" {count.ToString(CultureInfo.InvariantCulture)}" : "");
    }

    private static List<(string Id, string Words)> Requirements() => Listed("requirements.txt");

    private static List<(string Id, string Words)> Readings() => Listed("readings.txt");

    private static List<(string Id, string Words)> Faults() => Listed("faults.txt");

    private static List<(string Id, string Words)> Attacks() => Listed("attacks.txt");

    private static List<(string Id, string Words)> Listed(string file) =>
        [
            .. File.ReadAllLines(Checkout.Path("tests", "Core.Tests", "Conformance", file))
                .Select(line => line.Split(' ', 2))
                .Select(parts => (parts[0], parts[1])),
        ];

    private static List<TestSource> Sources() =>
        [
            .. Files("tests", "*Tests.cs")
                .Where(path => !path.Contains("/Conformance/", StringComparison.Ordinal))
                .Select(path => TestSource.OfTests(path, Text(path))),
            .. Files("guides/scenarios", "*.yaml").Select(path => TestSource.OfWhole(path, Text(path))),
            .. Files("bench", "*Bench.cs").Select(path => TestSource.OfWhole(path, Text(path))),
        ];

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Checkout.Path(folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/'))
            .Where(path =>
                !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal);

    private static string Text(string path) => File.ReadAllText(Checkout.Path(path)).ReplaceLineEndings("\n");
}

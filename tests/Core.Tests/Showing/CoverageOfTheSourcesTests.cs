using Xunit;

namespace Rung.Core.Tests.Showing;

/// <summary>Every requirement and every reading of the two source documents is served by a line of the guide made from it.</summary>
public sealed class CoverageOfTheSourcesTests
{
    // Each source is served by the guide that was made from it, and by no other.
    private static readonly string[] Schools = Lines("schools-desk");
    private static readonly string[] Smc = Lines("smc");

    public static TheoryData<string> Requirements => [.. Numbered("ESS", 96), .. Numbered("SMC", 41)];

    [Theory]
    [MemberData(nameof(Requirements))]
    public void A_line_of_the_guide_names_the_requirement(string requirement) =>
        Assert.Contains(
            requirement.StartsWith("ESS") ? Schools : Smc,
            line => line.Contains(requirement, StringComparison.Ordinal)
        );

    [Fact]
    public void A_01_to_A_27_are_readings_of_the_schools_guide() =>
        Assert.Empty(Numbered("A", 27).Except(GuideFiles.Guide("schools-desk").Readings.Select(reading => reading.Id)));

    [Fact]
    public void S_01_to_S_09_are_readings_of_the_telecom_guide() =>
        Assert.Empty(Numbered("S", 9).Except(GuideFiles.Guide("smc").Readings.Select(reading => reading.Id)));

    [Fact]
    public void Telephone_numbers_are_reserved_for_drama_and_addresses_for_examples()
    {
        var addresses = GuideFiles
            .Shipped.SelectMany(path => GuideFiles.Read(path).Guide!.Routes)
            .SelectMany(route => route.Addresses)
            .Select(address => address.Address)
            .ToArray();

        Assert.All(
            addresses.Where(address => char.IsAsciiDigit(address[0])),
            number => Assert.StartsWith("01632 960", number)
        );
        Assert.All(
            addresses.Where(address => address.Contains('@') || address.Contains("://")),
            address => Assert.Matches(@"[@/.]example\.org(/|$)", address)
        );
    }

    // Lines that say something; what stands in a line of its own behind a # says nothing to Rung.
    private static string[] Lines(string guide) =>
        [
            .. File.ReadLines(Path.Combine(GuideFiles.Root, "guides", $"{guide}.yaml"))
                .Where(line => !line.TrimStart().StartsWith('#')),
        ];

    private static IEnumerable<string> Numbered(string prefix, int last) =>
        Enumerable.Range(1, last).Select(number => $"{prefix}-{number:00}");
}

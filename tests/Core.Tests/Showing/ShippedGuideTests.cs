using Xunit;

namespace Rung.Core.Tests.Showing;

public sealed class ShippedGuideTests
{
    public static TheoryData<string> Files =>
        [.. GuideFiles.Shipped.Concat(GuideFiles.Examples).Select(path => Path.GetRelativePath(GuideFiles.Root, path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_guide_check_has_nothing_to_complain_of(string file)
    {
        var path = Path.Combine(GuideFiles.Root, file);

        Assert.True(!GuideFiles.Complaints(path).Any(), string.Join(Environment.NewLine, GuideFiles.Complaints(path)));
    }
}

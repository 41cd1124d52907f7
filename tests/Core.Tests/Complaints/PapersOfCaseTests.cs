using Rung.Core.Complaints;
using Xunit;

namespace Rung.Core.Tests.Complaints;

/// <summary>A customer's people put so much on one case and no more. S53</summary>
public sealed class PapersOfCaseTests
{
    // Ten files of ten MB are just the hundred.
    [Fact]
    public void S53_A_case_takes_a_hundred_MB_of_files_and_not_a_byte_more()
    {
        var nine = Enumerable.Repeat(Of(10 * 1024 * 1024), 9).ToList();
        Assert.Null(Papers.RefusesMore(nine, [Of(10 * 1024 * 1024)]));
        Assert.Null(Papers.RefusesMore([.. nine, Of(1)], []));
        var refusal = Papers.RefusesMore([.. nine, Of(1)], [Of(10 * 1024 * 1024)]);
        Assert.StartsWith(
            "With these the files of this case are more than 100 MB.",
            refusal!.Sentence,
            StringComparison.Ordinal
        );
    }

    private static Paper Of(long bytes) => new("scan.pdf", "application/pdf", bytes, new string('0', 64));
}

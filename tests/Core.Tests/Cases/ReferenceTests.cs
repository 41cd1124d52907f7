using CsCheck;
using Rung.Core.Cases;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>References that survive the telephone.</summary>
public class ReferenceTests
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static readonly Gen<long> Numbers = Gen.OneOf(Gen.Long[1, (1L << 25) - 1], Gen.Long[1L << 25, 1L << 34]);

    [Fact]
    public void Never_0_O_1_or_I_and_always_readable_again() =>
        Numbers.Sample(number =>
        {
            var reference = CaseReference.FromNumber("R", number);
            Assert.DoesNotContain(reference.Text[2..], letter => "01OI".Contains(letter));
            Assert.Matches("^R-(.{3}-.{3}|.{4}-.{4})$", reference.Text);
            Assert.True(CaseReference.TryParse("R", reference.Text, out var again));
            Assert.Equal(reference, again);
        });

    [Fact]
    public void Any_one_wrong_character_is_noticed() =>
        Numbers.Sample(
            number =>
            {
                var body = Body(number);
                for (var place = 0; place < body.Length; place++)
                {
                    foreach (var wrong in Alphabet.Where(letter => letter != body[place]))
                    {
                        Assert.False(
                            CaseReference.TryParse("R", $"{body[..place]}{wrong}{body[(place + 1)..]}", out _)
                        );
                    }
                }
            },
            iter: 2_000
        );

    [Fact]
    public void Any_two_neighbours_swapped_are_noticed() =>
        Numbers.Sample(number =>
        {
            var body = Body(number);
            for (var place = 1; place < body.Length; place++)
            {
                if (body[place] != body[place - 1])
                {
                    var swapped = $"{body[..(place - 1)]}{body[place]}{body[place - 1]}{body[(place + 1)..]}";
                    Assert.False(CaseReference.TryParse("R", swapped, out _));
                }
            }
        });

    [Fact]
    public void No_two_cases_share_one()
    {
        var seen = new HashSet<string>();
        for (var number = 1; number <= 200_000; number++)
        {
            Assert.True(seen.Add(CaseReference.FromNumber("R", number).Text));
        }
        for (var number = (1L << 25) - 1000; number < (1L << 25) + 1000; number++)
        {
            Assert.True(seen.Add(CaseReference.FromNumber("R", number).Text));
        }
    }

    [Theory]
    [InlineData("R")]
    [InlineData("SM")]
    [InlineData("GULF")]
    public void Read_in_any_usual_form(string prefix) =>
        Numbers.Sample(
            number =>
            {
                var reference = CaseReference.FromNumber(prefix, number);
                var plain = reference.Text.Replace("-", "");
                string[] forms =
                [
                    reference.Text.ToLowerInvariant(),
                    plain,
                    $" {plain[prefix.Length..]} ",
                    reference.Text.Replace('-', ' '),
                    $"{prefix} {plain[prefix.Length..]}",
                ];
                foreach (var form in forms)
                {
                    Assert.True(CaseReference.TryParse(prefix, form, out var read), form);
                    Assert.Equal(reference, read);
                }
            },
            iter: 500
        );

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("R")]
    [InlineData("R-O00-111")]
    [InlineData("hello")]
    [InlineData("R-7K4-2391111")]
    public void Anything_else_is_no_reference(string? text) => Assert.False(CaseReference.TryParse("R", text, out _));

    [Fact]
    public void Order_of_references_tells_nothing_about_order_of_time()
    {
        var texts = Enumerable.Range(1, 100).Select(number => CaseReference.FromNumber("R", number).Text).ToList();

        Assert.InRange(
            texts.Zip(texts.Skip(1)).Count(pair => string.CompareOrdinal(pair.First, pair.Second) < 0),
            25,
            75
        );
    }

    private static string Body(long number) => CaseReference.FromNumber("R", number).Text[2..].Replace("-", "");
}

namespace Rung.Core.Guides;

/// <summary>Some of the moments, a bit for each. The default is none.</summary>
internal readonly record struct MomentSet
{
    private readonly ulong _bits;

    private MomentSet(ulong bits) => _bits = bits;

    public static MomentSet Of(IEnumerable<CaseMoment> moments) =>
        new(moments.Aggregate(0ul, (bits, moment) => bits | (1ul << (int)moment)));

    public bool Has(CaseMoment moment) => (_bits >> (int)moment & 1) != 0;
}

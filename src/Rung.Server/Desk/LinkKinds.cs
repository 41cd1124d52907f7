using Rung.Core.Cases;

namespace Rung.Server.Desk;

/// <summary>What a link is called from its other end.</summary>
internal static class LinkKinds
{
    public static LinkKind MirrorOf(LinkKind kind) =>
        kind switch
        {
            LinkKind.Parent => LinkKind.Child,
            LinkKind.Child => LinkKind.Parent,
            LinkKind.Continues => LinkKind.ContinuedBy,
            LinkKind.ContinuedBy => LinkKind.Continues,
            LinkKind.Covers => LinkKind.CoveredBy,
            LinkKind.CoveredBy => LinkKind.Covers,
            _ => throw new NotSupportedException($"No mirror of {kind}."),
        };
}

using NodaTime;
using NodaTime.Text;
using Rung.Core.Cases;

namespace Rung.Server.Retention;

/// <summary>Somebody saw what would end at a desk, and let it end by itself from then on.</summary>
/// <param name="Rules">By which rules, as <see cref="Core.Guides.RetentionRules.Text"/> has them.</param>
internal sealed record RetentionStart(string Rules, Instant At, Actor By)
{
    /// <summary>As it is kept.</summary>
    public override string ToString() =>
        string.Join('\n', Rules, InstantPattern.ExtendedIso.Format(At), By.Role, By.Name);

    /// <returns>Null: none is kept.</returns>
    public static RetentionStart? Parse(string? text) =>
        text?.Split('\n') is [var rules, var at, var role, var name]
            ? new RetentionStart(rules, InstantPattern.ExtendedIso.Parse(at).GetValueOrThrow(), new Actor(name, role))
            : null;
}

using Rung.Core.Cases;

namespace Rung.Server.Desk;

/// <summary>Refusals of the desk itself.</summary>
internal static class DeskRefusals
{
    public static Refusal NoSuchCase(string reference) =>
        new(
            RefusalCode.CaseNotFound,
            $"There is no case {reference}: check the reference, its last character guards the others."
        );

    public static Refusal MailWaits { get; } =
        new(
            RefusalCode.MailWaits,
            "It is due to close by itself, and mail that came before is not handled yet: try again in a moment.",
            "A-10"
        );

    public static Refusal Stale(int since) =>
        new(
            RefusalCode.StaleVersion,
            since <= 1
                ? "Something happened on this case since you opened it: look at it, then decide again."
                : $"{since} things happened on this case since you opened it: look at them, then decide again."
        );
}

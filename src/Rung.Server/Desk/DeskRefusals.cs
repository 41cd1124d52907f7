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

    /// <summary>What goes on with a complaint is one, and nothing else is: the closed case would name what few may see. ESS-93.</summary>
    public static Refusal OtherShelf() =>
        new(
            RefusalCode.WrongCondition,
            "A complaint goes on with a complaint, and any other case with one that is none: leave out which case it continues.",
            "ESS-93"
        );

    public static Refusal Stale(int since) =>
        new(
            RefusalCode.StaleVersion,
            since <= 1
                ? "Something happened on this case since you opened it: look at it, then decide again."
                : $"{since} things happened on this case since you opened it: look at them, then decide again."
        );
}

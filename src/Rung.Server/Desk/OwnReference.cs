using Rung.Core.Cases;
using Rung.Core.Customers;

namespace Rung.Server.Desk;

/// <summary>A customer's own reference, as the customer writes them. ESS-32.</summary>
/// <param name="Text">Put right; null: none was given.</param>
/// <param name="Fault">Why it cannot be one, a sentence; null: it can.</param>
internal sealed record OwnReference(string? Text, string? Fault = null)
{
    /// <summary>The fault as the desk refuses; null: there is none.</summary>
    public DeskAnswer? Refused =>
        Fault is null ? null : new DeskAnswer.Refused(new Refusal(RefusalCode.InvalidInput, Fault));

    /// <param name="customer">Null: nobody on file, who may write them as they like.</param>
    public static OwnReference Of(Customer? customer, string? typed)
    {
        if (customer?.ReferenceFormat is not { } format || string.IsNullOrWhiteSpace(typed))
        {
            return new OwnReference(typed);
        }
        return ReferenceFormat.Normalise(format, typed) is { } text
            ? new OwnReference(text)
            : new OwnReference(
                typed,
                $"{customer.Name} writes references of its own like {format}, where # is a digit, * digits and @ a letter."
            );
    }
}

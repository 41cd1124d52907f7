using Rung.Core.Cases;

namespace Rung.Core.Retention;

/// <summary>What a legal hold is on.</summary>
public abstract record UnderHold
{
    private UnderHold() { }

    /// <summary>One case or complaint, with all that is kept of it.</summary>
    public sealed record OnCase(CaseReference Reference) : UnderHold;

    /// <summary>Somebody of a customer, and each case that they reported.</summary>
    /// <param name="Contact">Their id within the customer.</param>
    public sealed record OnContact(string Customer, string Contact) : UnderHold;

    /// <summary>A customer, each of its people and each of its cases.</summary>
    /// <param name="Id">Its id.</param>
    public sealed record OnCustomer(string Id) : UnderHold;
}

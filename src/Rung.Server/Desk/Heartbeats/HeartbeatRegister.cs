using Rung.Core.Guides;
using Rung.Storage;
using Rung.Storage.Heartbeats;

namespace Rung.Server.Desk.Heartbeats;

/// <summary>Registers what is to be heard of, and changes what is registered.</summary>
public sealed class HeartbeatRegister(RungDatabase database)
{
    /// <param name="wanted">With the version that its author saw; 0: it is new.</param>
    public async Task<Registration> Register(Guide guide, Heartbeat wanted)
    {
        var customer = await database.Customers.Find(wanted.Desk, wanted.CustomerId);
        List<(string Field, string Sentence)> faults = [.. HeartbeatCheck.Faults(guide, wanted, customer)];
        if (faults.Count > 0)
        {
            return new Registration.Wrong(faults);
        }
        var found = await database.Heartbeats.Find(wanted.Desk, wanted.Id);
        // Who sends the same again and again must not keep a silence from being seen.
        if (found is not null && found.Version == wanted.Version && IsSame(found, wanted))
        {
            return new Registration.Done(found);
        }
        return await database.Heartbeats.Register(wanted)
            ? new Registration.Done((await database.Heartbeats.Find(wanted.Desk, wanted.Id))!)
            : new Registration.Stale();
    }

    private static bool IsSame(Heartbeat found, Heartbeat wanted) =>
        (found.Name, found.CustomerId, found.Site, found.Kind, found.Every, found.IsSuspended)
            == (wanted.Name, wanted.CustomerId, wanted.Site, wanted.Kind, wanted.Every, wanted.IsSuspended)
        && found.Services.SequenceEqual(wanted.Services, StringComparer.Ordinal)
        && found.Answers.ToHashSet().SetEquals(wanted.Answers);
}

/// <summary>What became of a heartbeat that somebody wants watched.</summary>
public abstract record Registration
{
    private Registration() { }

    /// <param name="Heartbeat">As it is kept.</param>
    public sealed record Done(Heartbeat Heartbeat) : Registration;

    /// <param name="Faults">Fields by their names in the API, and what is wrong with each.</param>
    public sealed record Wrong(IReadOnlyList<(string Field, string Sentence)> Faults) : Registration;

    /// <summary>Somebody else added or changed it meanwhile; nothing was kept.</summary>
    public sealed record Stale : Registration;
}

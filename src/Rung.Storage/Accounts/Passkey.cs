using NodaTime;

namespace Rung.Storage.Accounts;

/// <summary>What a device of somebody's shows that it is theirs with.</summary>
/// <param name="Id">The device's own name for it, as letters.</param>
/// <param name="Name">What its owner calls it.</param>
public sealed record Passkey(string Id, string AccountId, string Name)
{
    public required IReadOnlyList<byte> PublicKey { get; init; }

    /// <summary>How often the device says it was used; some do not count.</summary>
    public required long Uses { get; init; }

    /// <summary>What else the device said when it was made, in the words of whoever reads it.</summary>
    public required string Details { get; init; }
    public required Instant CreatedAt { get; init; }
}

using System.Text.Json.Serialization;

namespace Rung.Server.Accounts;

/// <summary>What a device said of a passkey when it was made.</summary>
/// <param name="Transports">How the device is reached.</param>
/// <param name="IsVerified">The device had made sure of its owner.</param>
/// <param name="MayBeBackedUp">It may be on several devices of theirs.</param>
internal sealed record PasskeyDetails(string[] Transports, bool IsVerified, bool MayBeBackedUp, bool IsBackedUp);

[JsonSerializable(typeof(PasskeyDetails))]
internal sealed partial class AccountJsonContext : JsonSerializerContext;

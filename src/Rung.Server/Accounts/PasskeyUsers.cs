using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.Accounts;

/// <summary>Accounts as Identity's passkey handler asks for them. It changes none: that is done where accounts are changed.</summary>
internal sealed class PasskeyUsers(RungDatabase database) : IUserPasskeyStore<Account>
{
    public static string IdOf(ReadOnlySpan<byte> credentialId) => Base64Url.EncodeToString(credentialId);

    public static Passkey Kept(UserPasskeyInfo info, string account, string name) =>
        new(IdOf(info.CredentialId), account, name)
        {
            PublicKey = info.PublicKey,
            Uses = info.SignCount,
            Details = JsonSerializer.Serialize(
                new PasskeyDetails(info.Transports ?? [], info.IsUserVerified, info.IsBackupEligible, info.IsBackedUp),
                AccountJsonContext.Default.PasskeyDetails
            ),
            CreatedAt = Instant.FromDateTimeOffset(info.CreatedAt),
        };

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        await database.Accounts.Find(userId);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await database.Passkeys.OfAccount(user.Id)).Select(Info)];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await database.Passkeys.Find(IdOf(credentialId)) is { } passkey
            ? await database.Accounts.Find(passkey.AccountId)
            : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(
        Account user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        await database.Passkeys.Find(IdOf(credentialId)) is { } passkey && passkey.AccountId == user.Id
            ? Info(passkey)
            : null;

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw Elsewhere();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw Elsewhere();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) =>
        throw Elsewhere();

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        throw Elsewhere();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) =>
        throw Elsewhere();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        throw Elsewhere();

    public void Dispose() { }

    private static NotSupportedException Elsewhere() => new("Accounts are changed by AccountDesk alone.");

    private static UserPasskeyInfo Info(Passkey passkey)
    {
        var details = JsonSerializer.Deserialize(passkey.Details, AccountJsonContext.Default.PasskeyDetails)!;
        return new UserPasskeyInfo(
            Base64Url.DecodeFromChars(passkey.Id),
            [.. passkey.PublicKey],
            passkey.CreatedAt.ToDateTimeOffset(),
            checked((uint)passkey.Uses),
            details.Transports,
            details.IsVerified,
            details.MayBeBackedUp,
            details.IsBackedUp,
            attestationObject: [],
            clientDataJson: []
        );
    }
}

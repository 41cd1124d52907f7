using NodaTime;

namespace Rung.Storage.Accounts;

/// <summary>Somebody who signs in: one person, who may hold several roles.</summary>
/// <param name="Id">Random; it says nothing of who it is.</param>
/// <param name="Name">As the timeline shows it; no two accounts have the same.</param>
/// <param name="Stamp">Changes with whatever makes earlier sessions void, such as another password.</param>
public sealed record Account(string Id, string Email, string Name, string Stamp)
{
    /// <summary>Hash of the password; null: there is none yet, and nobody gets in by one.</summary>
    public string? Password { get; init; }

    /// <summary>The secret of their authenticator, encrypted; null: they have none.</summary>
    public string? CodeKey { get; init; }

    /// <summary>The step of the last one-time code that was taken: none at or before it is taken again.</summary>
    public long CodeStep { get; init; }
    public Instant? DisabledAt { get; init; }
    public required Instant CreatedAt { get; init; }

    /// <summary>Whether somebody may sign in with it at all.</summary>
    public bool IsOpen => DisabledAt is null;

    /// <summary>How addresses are compared: letters of either size are the same.</summary>
    public static string KeyOf(string text) => text.Trim().ToUpperInvariant();
}

/// <summary>What somebody may be: a role at a desk, or at every desk of the installation.</summary>
/// <param name="Desk">Id of the desk; <see cref="EveryDesk"/>: all of them.</param>
public sealed record Right(string Desk, string Role)
{
    public const string EveryDesk = "*";

    public bool IsAt(string desk) => Desk == EveryDesk || Desk == desk;
}

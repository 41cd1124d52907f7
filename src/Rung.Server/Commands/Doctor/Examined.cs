using Rung.Mail.Transport;
using Rung.Storage;
using Rung.Storage.Sqlite;

namespace Rung.Server.Commands.Doctor;

/// <summary>The installation that is examined: what <c>rung serve</c> would be started with.</summary>
/// <param name="Folder">The data folder, in full.</param>
internal sealed record Examined(string Folder, DatabaseAddress Database)
{
    public SmtpAddress? Smtp { get; init; }
    public IReadOnlyList<ImapAddress> Mailboxes { get; init; } = [];

    /// <summary>The file of issuers; null: there are none.</summary>
    public string? SignIn { get; init; }

    public SqliteFile? File => Database as SqliteFile;
}

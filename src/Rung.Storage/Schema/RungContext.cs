using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

/// <summary>
/// The one model of every table, free of what only one database can. Each database has a context of its own below
/// this one and its own migrations. The running product reads and writes with SQL; see <c>docs/adr/0004-two-databases.md</c>.
/// </summary>
internal abstract class RungContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        CaseTables.Define(modelBuilder);
        QueueTable.Define(modelBuilder);
        PromiseTable.Define(modelBuilder);
        MailTables.Define(modelBuilder);
        CustomerTables.Define(modelBuilder);
        DeskTables.Define(modelBuilder);
        ComplaintTables.Define(modelBuilder);
        AccountTables.Define(modelBuilder);
        AuditTables.Define(modelBuilder);
        HelpTables.Define(modelBuilder);
        FeedTables.Define(modelBuilder);
        HeartbeatTables.Define(modelBuilder);
        RetentionTables.Define(modelBuilder);
        ErasureTable.Define(modelBuilder);
    }
}

using Rung.Core.Cases;
using Rung.Storage.Cases;
using Rung.Storage.Queue;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>Which open cases are under another version of their guide than the one in force (ESS-02), on both databases.</summary>
public sealed class OtherVersionTests
{
    [Theory, OnBoth]
    public async Task Open_cases_of_the_desk_and_its_complaints_are_found_and_no_others(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await Keep(store.Database, Row(1, "1.9"));
        await Keep(store.Database, Row(2, "2.0"));
        await Keep(store.Database, Row(3, "2.1") with { SeenBy = ["complaint-handler"] });
        await Keep(store.Database, Row(4, "1.9") with { Desk = "smc" });
        await Keep(store.Database, Row(5, null) with { Condition = Condition.Closed });
        await Keep(store.Database, Row(6, "1.9"));

        Assert.Equal([1, 3, 6], await store.Database.Queue.UnderOtherVersions(Sample.Desk, "2.0", 0, 10));
        Assert.Equal([3], await store.Database.Queue.UnderOtherVersions(Sample.Desk, "2.0", 1, 1));
        Assert.Equal([4], await store.Database.Queue.UnderOtherVersions("smc", "2.0", 0, 10));
        Assert.Empty(await store.Database.Queue.UnderOtherVersions("smc", "1.9", 0, 10));
    }

    private static QueueRow Row(long id, string? version) =>
        Sample.Row(id, Sample.Issued) with
        {
            GuideVersion = version,
        };

    private static async Task Keep(RungDatabase database, QueueRow row) =>
        Assert.IsType<WriteResult.Committed>(
            await database.Cases.Save(new CaseWrite([Sample.New(row.CaseId, Sample.Issued) with { Row = row }]))
        );
}

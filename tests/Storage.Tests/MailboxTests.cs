using NodaTime;
using Rung.Storage.Mailboxes;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>A mailbox is read by one at a time, who alone writes down how far. R9</summary>
public sealed class MailboxTests
{
    private const string Name = "desk@mail.example.org/INBOX";
    private static readonly Instant At = Sample.Issued;
    private static readonly Duration HalfAMinute = Duration.FromSeconds(30);

    [Theory, OnBoth]
    public async Task One_has_it_until_the_lease_ends_or_is_let_go(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var mailboxes = store.Database.Mailboxes;
        Assert.True(await mailboxes.Take(Lease("a", At)));
        Assert.False(await mailboxes.Take(Lease("b", At)));
        // Whoever has it keeps it for longer: until half a minute after the fifth second.
        Assert.True(await mailboxes.Take(Lease("a", At + Duration.FromSeconds(5))));
        Assert.False(await mailboxes.Take(Lease("b", At + HalfAMinute)));
        Assert.True(await mailboxes.Take(Lease("b", At + Duration.FromSeconds(35))));
        await mailboxes.Release(Name, "a");
        Assert.False(await mailboxes.Take(Lease("a", At + Duration.FromSeconds(40))));
        await mailboxes.Release(Name, "b");
        Assert.True(await mailboxes.Take(Lease("a", At + Duration.FromSeconds(40))));
        await mailboxes.TakeOver();
        Assert.True(await mailboxes.Take(Lease("c", At + Duration.FromSeconds(41))));
    }

    [Theory, OnBoth]
    public async Task Nobody_has_it_while_the_installation_is_muted_not_even_who_had_it(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var mailboxes = store.Database.Mailboxes;
        Assert.True(await mailboxes.Take(Lease("a", At)));
        await store.Database.Settings.Mute("it is a copy");
        Assert.False(await mailboxes.Take(Lease("a", At + Duration.FromSeconds(5))));
        Assert.False(await mailboxes.Take(Lease("b", At + Duration.FromSeconds(60))));
        await store.Database.Settings.Unmute();
        Assert.True(await mailboxes.Take(Lease("b", At + Duration.FromSeconds(60))));
    }

    [Theory, OnBoth]
    public async Task Many_at_once_get_it_once(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(number => Task.Run(() => store.Database.Mailboxes.Take(Lease($"{number}", At))))
        );
        Assert.Single(taken, one => one);
    }

    [Theory, OnBoth]
    public async Task How_far_it_was_read_is_there_after_a_restart_and_written_by_who_has_it_alone(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        await store.Database.Mailboxes.Take(Lease("a", At));
        Assert.True(await store.Database.Mailboxes.Note(Name, "a", (4_294_967_295, "500 601"), At));
        Assert.False(await store.Database.Mailboxes.Note(Name, "b", (1, "9")));
        // A later word without a new numbering leaves the time of the last.
        Assert.True(await store.Database.Mailboxes.Note(Name, "a", (4_294_967_295, "700")));
        await store.Reopen();
        var mailbox = (await store.Database.Mailboxes.Find(Name))!;
        Assert.Equal(
            ("700", 4_294_967_295L, At),
            (mailbox.Taken, mailbox.Validity!.Value, mailbox.RenumberedAt!.Value)
        );
        Assert.Null(await store.Database.Mailboxes.Find("another"));
    }

    [Theory, OnBoth]
    public async Task A_problem_lasts_from_when_it_began_until_the_mailbox_is_read(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var mailboxes = store.Database.Mailboxes;
        await mailboxes.Take(Lease("a", At));
        await mailboxes.NoteProblem(Name, "a", "no answer in time", At);
        await mailboxes.NoteProblem(Name, "a", "it is away", At + HalfAMinute);
        var mailbox = Assert.Single(await mailboxes.List());
        Assert.Equal(("it is away", At), (mailbox.Problem, mailbox.ProblemSince!.Value));
        await mailboxes.NoteRead(Name, "a", At + HalfAMinute);
        mailbox = Assert.Single(await mailboxes.List());
        Assert.Null(mailbox.Problem);
        Assert.Null(mailbox.ProblemSince);
        Assert.Equal(At + HalfAMinute, mailbox.ReadAt);
    }

    private static MailboxLease Lease(string owner, Instant now) => new(Name, owner, now, now + HalfAMinute);
}

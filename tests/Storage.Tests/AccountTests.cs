using NodaTime;
using Rung.Storage.Accounts;
using Rung.Storage.Sqlite;
using Rung.Storage.Tests.Databases;
using Rung.Storage.Writer;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>Accounts, sessions, links and tokens, on both databases. S14, S50, S55, S58.</summary>
public sealed class AccountTests
{
    private static readonly Instant At = Sample.Issued;
    private static readonly Right Everywhere = new(Right.EveryDesk, "administrator");

    [Theory, OnBoth]
    public async Task An_account_is_found_as_it_was_added_and_no_other_has_its_address_or_name(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var accounts = store.Database.Accounts;
        var alex = Account("alex") with { CodeKey = "locked away", CodeStep = 7, DisabledAt = At };
        Assert.True(await accounts.Add(alex, new Right("smc", "agent"), Everywhere));

        Assert.Equal(alex, await accounts.Find("alex"));
        Assert.Equal(alex, await accounts.FindByEmail("ALEX@desk.example.org "));
        Assert.Equal([Everywhere, new Right("smc", "agent")], await accounts.RightsOf("alex"));
        Assert.False(await accounts.Add(Account("other") with { Email = "Alex@Desk.example.org" }));
        Assert.False(await accounts.Add(Account("other") with { Name = "NAME OF ALEX" }));
        Assert.Null(await accounts.Find("other"));
        Assert.Single(await accounts.All());
    }

    [Fact]
    public async Task In_a_copy_nobody_is_signed_in_and_no_link_leads_in()
    {
        await using var store = await Store.Open(DatabaseKind.Sqlite);
        var alex = Account("alex");
        await store.Database.Accounts.Add(alex, Everywhere);
        await store.Database.Sessions.Begin("one", alex, new SessionBegun(""), At);
        await store.Database.EntryLinks.Replace(
            new EntryLink("two", "invitation", "alex", At + Duration.FromDays(3)),
            At
        );
        var folder = Directory.CreateTempSubdirectory("rung-copy-").FullName;
        var copy = new SqliteFile(Path.Combine(folder, "rung.db"));
        ((SqliteFile)store.Address).CopyTo(copy.Path);
        await using (var copied = await copy.Open(TimeProvider.System))
        {
            Assert.Equal(alex, await copied.Accounts.Find("alex"));
            Assert.Null(await copied.Sessions.Find("one", At));
            Assert.Null(await copied.EntryLinks.Find("two", "invitation", At));
        }
        Assert.NotNull(await store.Database.Sessions.Find("one", At));
        Assert.NotNull(await store.Database.EntryLinks.Find("two", "invitation", At));
        Directory.Delete(folder, recursive: true);
    }

    [Theory, OnBoth]
    public async Task A_session_is_over_when_anything_of_it_is_S58(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (accounts, sessions) = (store.Database.Accounts, store.Database.Sessions);
        var alex = Account("alex");
        await accounts.Add(alex, Everywhere);
        await sessions.Begin("one", alex, new SessionBegun("A browser"), At);
        await sessions.Begin("two", alex, new SessionBegun(""), At);
        await sessions.Begin("three", alex, new SessionBegun(""), At);

        var live = (await sessions.Find("one", At + Duration.FromHours(1)))!;
        await sessions.Use(live, At + Duration.FromHours(1));
        Assert.Equal((alex, "one"), (live.Account, live.Hash));
        Assert.Equal([Everywhere], live.Rights);
        await sessions.Choose("one", "auditor");
        Assert.Equal("auditor", (await sessions.Find("one", At + Duration.FromHours(1)))!.Acting);

        await sessions.End("two", At);
        Assert.Null(await sessions.Find("two", At));
        await sessions.EndAll("alex", "one", At);
        Assert.Null(await sessions.Find("three", At));
        Assert.Single(await sessions.OfAccount("alex", At + Duration.FromHours(1)));

        // Used an hour after it began, it goes on until twelve hours after that.
        Assert.NotNull(await sessions.Find("one", At + Duration.FromHours(12.9)));
        Assert.Null(await sessions.Find("one", At + Duration.FromHours(24.9)));
        await accounts.SavePassword(alex with { Password = "another", Stamp = "another" });
        Assert.Null(await sessions.Find("one", At + Duration.FromHours(1)));
        Assert.Equal(3, await sessions.ForgetBefore(At + Duration.FromDays(7)));
    }

    [Theory, OnBoth]
    public async Task A_session_that_is_used_all_the_time_is_over_after_a_week(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (alex, sessions) = (Account("alex"), store.Database.Sessions);
        await store.Database.Accounts.Add(alex);
        await sessions.Begin("one", alex, new SessionBegun(""), At);
        for (var hours = 10; hours < 168; hours += 10)
        {
            var live = await sessions.Find("one", At + Duration.FromHours(hours));
            await sessions.Use(live!, At + Duration.FromHours(hours));
        }
        Assert.Null(await sessions.Find("one", At + Duration.FromHours(168)));
    }

    [Theory, OnBoth]
    public async Task What_was_taken_away_on_one_node_is_gone_on_another(DatabaseKind kind)
    {
        if (kind != DatabaseKind.Postgres)
        {
            return;
        }
        await using var store = await Store.Open(kind);
        await using var other = await store.Another();
        var alex = Account("alex");
        await store.Database.Accounts.Add(alex, Everywhere);
        await store.Database.Sessions.Begin("one", alex, new SessionBegun(""), At);
        await store.Database.Tokens.Add(Token("t"), "hash");
        Assert.NotNull(await other.Sessions.Find("one", At));
        Assert.NotNull(await other.Tokens.Find("hash", At));

        await store.Database.Accounts.Withdraw("alex", Everywhere, new Right("*", "another"));
        Assert.Empty((await other.Sessions.Find("one", At))!.Rights);
        await store.Database.Sessions.End("one", At);
        await store.Database.Tokens.Revoke("t", At);

        Assert.Null(await other.Sessions.Find("one", At));
        Assert.Null(await other.Tokens.Find("hash", At));
    }

    [Theory, OnBoth]
    public async Task Of_many_who_use_one_link_at_once_one_gets_in_S14(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var links = store.Database.EntryLinks;
        await links.Replace(new EntryLink("hash", "first-run", null, At + Duration.FromHours(1)), At);

        var used = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number => links.Add(new EntryUse("hash", "first-run", At), Account($"a{number}"), Everywhere))
        );

        Assert.Single(used, one => one == LinkUse.Done);
        Assert.Single(await store.Database.Accounts.All());
    }

    [Theory, OnBoth]
    public async Task A_link_leads_in_once_for_its_purpose_until_its_end_and_until_a_newer_one(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (alex, links) = (Account("alex"), store.Database.EntryLinks);
        await store.Database.Accounts.Add(alex);
        await store.Database.Accounts.Add(Account("sam"));
        var until = At + Duration.FromHours(1);
        await links.Replace(new EntryLink("of sam", "invitation", "sam", until), At);
        await links.Replace(new EntryLink("old", "invitation", "alex", until), At);
        await links.Replace(new EntryLink("new", "invitation", "alex", until), At);

        Assert.Null(await links.Find("old", "invitation", At));
        Assert.Null(await links.Find("new", "first-run", At));
        Assert.Null(await links.Find("new", "invitation", until));
        Assert.Equal("alex", (await links.Find("new", "invitation", At))!.AccountId);
        Assert.NotNull(await links.Find("of sam", "invitation", At));
        Assert.Equal(
            LinkUse.Taken,
            await links.Add(new EntryUse("new", "invitation", At), Account("x") with { Email = alex.Email })
        );
        var changed = alex with { Password = "chosen", Stamp = "s2" };
        Assert.Equal(LinkUse.Done, await links.SetPassword(new EntryUse("new", "invitation", At), changed));
        Assert.Equal(LinkUse.LinkVoid, await links.SetPassword(new EntryUse("new", "invitation", At), changed));
        Assert.Equal(changed, await store.Database.Accounts.Find("alex"));
    }

    [Theory, OnBoth]
    public async Task Somebody_always_holds_the_role_that_has_to_be_held(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var accounts = store.Database.Accounts;
        await accounts.Add(Account("alex"), Everywhere);
        await accounts.Add(Account("invited") with { Password = null }, Everywhere);
        Assert.True(await accounts.IsHeld(Everywhere));

        Assert.False(await accounts.Withdraw("alex", Everywhere, Everywhere));
        Assert.False(await accounts.Disable(Account("alex"), At, Everywhere));
        await accounts.Add(Account("sam"), Everywhere);
        Assert.True(await accounts.Disable(Account("alex"), At, Everywhere));
        Assert.False(await accounts.Withdraw("sam", Everywhere, Everywhere));
        Assert.True(await accounts.Disable(Account("alex"), null, Everywhere));
        Assert.True(await accounts.Withdraw("sam", Everywhere, Everywhere));
    }

    [Theory, OnBoth]
    public async Task A_one_time_code_is_taken_once_and_none_before_it_S55(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var accounts = store.Database.Accounts;
        await accounts.Add(Account("alex"));
        await accounts.SaveCode(Account("alex") with { CodeKey = "key", CodeStep = 10 }, ["r1", "r2"]);

        Assert.False(await accounts.TakeStep("alex", 10));
        Assert.True(await accounts.TakeStep("alex", 12));
        Assert.False(await accounts.TakeStep("alex", 12));
        Assert.False(await accounts.TakeStep("alex", 11));
        Assert.Equal(2, await accounts.RecoveryLeft("alex"));
        Assert.True(await accounts.TakeRecovery("alex", "r1", At));
        Assert.False(await accounts.TakeRecovery("alex", "r1", At));
        Assert.False(await accounts.TakeRecovery("alex", "r3", At));
        Assert.Equal(1, await accounts.RecoveryLeft("alex"));
        await accounts.SaveCode(Account("alex"), []);
        Assert.Equal(0, await accounts.RecoveryLeft("alex"));
    }

    [Theory, OnBoth]
    public async Task A_passkey_is_one_accounts_and_what_its_device_counts_never_goes_back(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var passkeys = store.Database.Passkeys;
        await store.Database.Accounts.Add(Account("alex"));
        await store.Database.Accounts.Add(Account("sam"));
        var one = new Passkey("id", "alex", "Telephone")
        {
            PublicKey = [1, 2, 3],
            Uses = 4,
            Details = "{}",
            CreatedAt = At,
        };
        Assert.True(await passkeys.Add(one, mail: null));
        Assert.False(await passkeys.Add(one with { AccountId = "sam" }, mail: null));

        var found = (await passkeys.Find("id"))!;
        Assert.Equal(
            (one.AccountId, one.Name, one.Uses, At),
            (found.AccountId, found.Name, found.Uses, found.CreatedAt)
        );
        Assert.Equal(one.PublicKey, found.PublicKey);
        await passkeys.Used("id", 9);
        await passkeys.Used("id", 5);
        Assert.Equal(9, Assert.Single(await passkeys.OfAccount("alex")).Uses);
        await passkeys.Remove("id", "sam", mail: null);
        Assert.NotNull(await passkeys.Find("id"));
        await passkeys.Remove("id", "alex", mail: null);
        Assert.Null(await passkeys.Find("id"));
    }

    [Theory, OnBoth]
    public async Task A_token_is_good_until_its_end_and_until_it_is_revoked_S50(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var tokens = store.Database.Tokens;
        var token = Token("t");
        await tokens.Add(token, "hash");

        Assert.Equal(token, await tokens.Find("hash", At));
        Assert.Null(await tokens.Find("hash", token.ExpiresAt));
        Assert.Null(await tokens.Find("other", At));
        Assert.Equal(At, Assert.Single(await tokens.All()).UsedAt);
        await tokens.Revoke("t", At + Duration.FromHours(1));
        await tokens.Revoke("t", At + Duration.FromHours(2));
        Assert.Null(await tokens.Find("hash", At));
        Assert.Equal(At + Duration.FromHours(1), Assert.Single(await tokens.All()).RevokedAt);
    }

    [Theory, OnBoth]
    public async Task Failures_are_counted_by_whom_and_from_where_each_within_a_patienceof_the_last_S55(
        DatabaseKind kind
    )
    {
        await using var store = await Store.Open(kind);
        var (failed, entry) = (store.Database.FailedEntries, new FailedEntry("alex", "here"));
        var patience = Duration.FromMinutes(15);
        Task<IReadOnlyList<CountedEntry>?> Count(FailedEntry one, Instant now) =>
            failed.Count([(one, 2)], now - patience, now);

        var there = entry with { Source = "there" };
        Assert.NotNull(await Count(entry, At));
        Assert.NotNull(await Count(entry, At + patience - Duration.FromSeconds(1)));
        Assert.NotNull(await Count(there, At));

        Assert.Null(await Count(entry, At + patience));
        // So long after the last it begins anew: twice, and not a third time.
        var later = At + patience + patience;
        Assert.NotNull(await Count(entry, later));
        var second = await Count(entry, later);
        Assert.Null(await Count(entry, later));
        await failed.Uncount(second!);
        Assert.NotNull(await Count(entry, later));
        await failed.Clear(entry);
        Assert.NotNull(await Count(entry, later));
        Assert.Equal(1, await failed.ForgetBefore(At + patience));
    }

    [Theory, OnBoth]
    public async Task An_attempt_that_did_not_fail_leaves_the_wait_as_it_was_S55(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (failed, entry) = (store.Database.FailedEntries, new FailedEntry("", "here"));
        var patience = Duration.FromMinutes(15);
        Task<IReadOnlyList<CountedEntry>?> Count(Instant now) => failed.Count([(entry, 1)], now - patience, now);

        // A failure at 0; somebody else gets in there at 10 minutes of those 15, where two may fail.
        Assert.NotNull(await Count(At));
        var tenth = At + Duration.FromMinutes(10);
        await failed.Uncount((await failed.Count([(entry, 2)], tenth - patience, tenth))!);

        Assert.Null(await Count(At + Duration.FromMinutes(14)));
        Assert.NotNull(await Count(At + patience));
    }

    [Theory, OnBoth]
    public async Task Of_many_attempts_at_once_no_more_are_looked_at_than_may_fail_S55(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var failed = store.Database.FailedEntries;
        (FailedEntry, int)[] limits = [(new FailedEntry("alex", "here"), 5), (new FailedEntry("", "here"), 30)];

        var counted = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => failed.Count(limits, At - Duration.FromMinutes(15), At))
        );

        Assert.Equal(5, counted.Count(one => one is not null));
    }

    [Theory, OnBoth]
    public async Task Links_that_led_nowhere_are_forgotten_and_others_are_not(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var links = store.Database.EntryLinks;
        await links.Replace(new EntryLink("old", "first-run", null, At), At);
        await links.Replace(new EntryLink("new", "invitation", "alex", At + Duration.FromDays(1)), At);

        Assert.Equal(1, await links.ForgetBefore(At + Duration.FromHours(1)));
        Assert.NotNull(await links.Find("new", "invitation", At));
    }

    [Theory, OnBoth]
    public async Task Who_administers_a_desk_that_is_named_so_administers_no_installation(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var everywhere = new Right(Right.EveryDesk, "administrator");
        await store.Database.Accounts.Add(Account("alex"), new Right("smc", "administrator"));
        Assert.False(await store.Database.Accounts.IsHeld(everywhere));

        await store.Database.Accounts.Add(Account("robin"), everywhere);
        Assert.True(await store.Database.Accounts.IsHeld(everywhere));
        Assert.False(await store.Database.Accounts.Withdraw("robin", everywhere, everywhere));
    }

    [Theory, OnBoth]
    public async Task Another_password_by_a_link_takes_passkeys_away_S23(DatabaseKind kind)
    {
        await using var store = await Store.Open(kind);
        var (alex, passkeys) = (Account("alex"), store.Database.Passkeys);
        await store.Database.Accounts.Add(alex);
        await store.Database.Accounts.Add(Account("robin"));
        foreach (var owner in (string[])["alex", "robin"])
        {
            var passkey = new Passkey($"of-{owner}", owner, "Telephone")
            {
                PublicKey = [1],
                Uses = 0,
                CreatedAt = At,
                Details = "{}",
            };
            Assert.True(await passkeys.Add(passkey, mail: null));
        }
        await store.Database.EntryLinks.Replace(
            new EntryLink("h", "invitation", "alex", At + Duration.FromDays(1)),
            At
        );

        var used = await store.Database.EntryLinks.SetPassword(new EntryUse("h", "invitation", At), alex);

        Assert.Equal(LinkUse.Done, used);
        Assert.Empty(await passkeys.OfAccount("alex"));
        Assert.Single(await passkeys.OfAccount("robin"));
    }

    private static Account Account(string id) =>
        new(id, $"{id}@desk.example.org", $"Name of {id}", "s1") { Password = "hash", CreatedAt = At };

    private static ApiToken Token(string id) =>
        new(id, "Alarms", new Right("smc", "agent"))
        {
            MadeBy = "Alex",
            CreatedAt = At,
            ExpiresAt = At + Duration.FromDays(7),
        };
}

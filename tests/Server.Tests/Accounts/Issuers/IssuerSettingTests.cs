using Rung.Server.Accounts.Issuers;
using Rung.Server.Hosting;
using Rung.Server.Tests.Commands;
using Xunit;

namespace Rung.Server.Tests.Accounts.Issuers;

/// <summary>The file that says at whose sign-in people may sign in: what is wrong is said at once, and no secret is. S15.</summary>
public sealed class IssuerSettingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rung-issuers-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "sign-in.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void S15_It_is_data_with_the_secret_in_a_file_beside_it_that_nothing_prints()
    {
        File.WriteAllText(System.IO.Path.Combine(_folder, "trust.secret"), "very-secret\n");
        var issuer = Assert.Single(
            Read(
                """
                {
                  // Of the trust.
                  "issuers": [
                    { "id": "trust", "name": "Example Trust", "issuer": "https://login.example.org/t", "client": "rung",
                      "secretFile": "trust.secret", "desk": "schools-desk", "customers": ["millbrook"],
                      "domains": ["millbrook.example.org"], "verified": "xms_edov" },
                  ],
                }
                """
            )
        );
        Assert.Equal("very-secret", issuer.Secret);
        Assert.DoesNotContain("very-secret", $"{issuer}", StringComparison.Ordinal);
        Assert.Equal(("schools-desk", "email", "xms_edov"), (issuer.Desk, issuer.Claim, issuer.Verified));
        Assert.True(issuer.IsBelievedFor("Office@Millbrook.example.org"));
        Assert.False(issuer.IsBelievedFor("office@notmillbrook.example.org"));
        Assert.False(issuer.IsBelievedFor("office@millbrook.example.org.elsewhere.example"));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_with_its_issuer()
    {
        var wrong = Wrong(
            """
            { "issuers": [
              { "id": "Trust!", "name": "", "issuer": "http://login.example.org", "client": "", "domains": [] },
              { "id": "b", "name": "B", "issuer": "https://b.example.org", "client": "x", "domains": ["b.example.org"], "customers": ["c"] },
              { "id": "b", "name": "B", "issuer": "https://b.example.org", "client": "x", "domains": ["not a domain"],
                "secretFile": "one", "secretEnvironment": "two" }
            ] }
            """
        );
        Assert.Equal(
            [
                "Trust! needs an id of small letters, digits and hyphens, such as millbrook.",
                "Trust! needs a name for its button.",
                "Trust! needs an issuer like https://login.example.org/tenant, encrypted unless it is this machine.",
                "Trust! needs the client that it knows us as.",
                "Trust! needs the domains whose addresses it is believed for, such as millbrook.example.org.",
                "b names customers and no desk of theirs.",
                "b needs the domains whose addresses it is believed for, such as millbrook.example.org.",
                "b has its secret in a file and in the environment: take one of them away.",
                "b is there twice.",
                "https://b.example.org is there twice.",
            ],
            wrong.Split('\n').Select(line => line[$"--sign-in: {Path}: ".Length..])
        );
    }

    [Theory]
    [InlineData("{ \"issuers\": [ { \"id\": \"a\" } ] }", "line 1: ")]
    [InlineData("{\n\"issuer\": []\n}", "line 2: ")]
    [InlineData("nothing", "line 1: ")]
    [InlineData("", "line 1: ")]
    public void What_is_no_such_file_is_said_with_its_line(string text, string says) =>
        Assert.Contains(says, Wrong(text), StringComparison.Ordinal);

    [Fact]
    public void A_secret_that_is_not_where_it_should_be_is_said_without_it()
    {
        const string One = """
            { "issuers": [ { "id": "a", "name": "A", "issuer": "https://a.example.org", "client": "x", "domains": ["a.example.org"], SECRET } ] }
            """;
        Assert.Contains(
            "a has its secret in RUNG_NO_SUCH_VARIABLE, and there is none in it.",
            Wrong(One.Replace("SECRET", "\"secretEnvironment\": \"RUNG_NO_SUCH_VARIABLE\"", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Could not find file",
            Wrong(One.Replace("SECRET", "\"secretFile\": \"none\"", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rung_doctor_says_whether_each_can_be_reached_and_is_who_it_is_taken_for()
    {
        await using var issuer = await TestIssuer.Start();
        Write(issuer.Address.AbsoluteUri, "schools-desk");
        var (_, good, _) = await RungProgram.Run("doctor", "--data", _folder, "--sign-in", Path);
        Assert.Contains($"ok       sign-in       A can be reached ({issuer.Address})", good, StringComparison.Ordinal);

        Write(issuer.Address.AbsoluteUri, "no-such-desk");
        var (_, desk, _) = await RungProgram.Run("doctor", "--data", _folder, "--sign-in", Path);
        Assert.Contains("a is for the desk no-such-desk, and there is none", desk, StringComparison.Ordinal);
        Write("http://127.0.0.1:1", "schools-desk");
        var (code, gone, _) = await RungProgram.Run("doctor", "--data", _folder, "--sign-in", Path);
        Assert.Contains("a cannot be reached", gone, StringComparison.Ordinal);
        Assert.Equal(1, code);
        await using var other = await GuardedDesk.Open();
        Write(other.Address.AbsoluteUri, "schools-desk");
        var (_, page, _) = await RungProgram.Run("doctor", "--data", _folder, "--sign-in", Path);
        Assert.Contains("PROBLEM  sign-in       a ", page, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path, "nothing", TestContext.Current.CancellationToken);
        var (_, wrong, _) = await RungProgram.Run("doctor", "--data", _folder, "--sign-in", Path);
        Assert.Contains("PROBLEM  sign-in", wrong, StringComparison.Ordinal);
    }

    private void Write(string issuer, string desk) =>
        File.WriteAllText(
            Path,
            $$"""
            { "issuers": [ { "id": "a", "name": "A", "issuer": "{{issuer}}", "client": "x", "domains": ["a.example.org"], "desk": "{{desk}}" } ] }
            """
        );

    private IReadOnlyList<Issuer> Read(string text)
    {
        File.WriteAllText(Path, text);
        return IssuerSetting.Find(Path);
    }

    private string Wrong(string text) => Assert.Throws<StartException>(() => Read(text)).Message;
}

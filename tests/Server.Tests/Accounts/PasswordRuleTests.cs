using Rung.Server.Accounts;
using Xunit;

namespace Rung.Server.Tests.Accounts;

/// <summary>Which passwords will do. ASVS 6.2: not the usual ones, nothing of who owns them or of the product.</summary>
public sealed class PasswordRuleTests
{
    private const string Name = "Kim Agent";
    private const string Email = "kim.reader@desk.example.org";

    [Theory(DisplayName = "S55: what somebody would try first is refused, whatever digits and marks stand behind it")]
    [InlineData("password1234")]
    [InlineData("Password123!")]
    [InlineData("P4ssw0rd!2026")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop12")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("abcdefghijklm")]
    [InlineData("letmeinletmein")]
    [InlineData("Summer2026Summer")]
    [InlineData("monkeydragon12")]
    [InlineData("kim agent 1234")]
    [InlineData("KimAgentKimAgent")]
    [InlineData("kim.reader@desk.example.org")]
    [InlineData("reader.desk.1")]
    [InlineData("rung-rung-2026")]
    public void Refuses(string password) =>
        Assert.Contains("among the first", PasswordRule.Fault(password, Email, Name), StringComparison.Ordinal);

    [Theory(
        DisplayName = "Several words that have nothing to do with each other will do, and what a password manager makes"
    )]
    [InlineData("four plain words here")]
    [InlineData("blue mountain river")]
    [InlineData("horse battery staple")]
    [InlineData("xK9!mQ2#vR7$")]
    [InlineData("пароль из трёх слов")]
    public void Takes(string password) => Assert.Null(PasswordRule.Fault(password, Email, Name));
}

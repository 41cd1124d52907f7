using Rung.Mail.Transport;
using Xunit;

namespace Rung.Mail.Tests.Transport;

/// <summary>How a mail server is named, and that no secret of it is shown.</summary>
public sealed class SmtpAddressTests
{
    [Theory]
    [InlineData("smtp://mx.example.org", "mx.example.org:587 (STARTTLS)", MailServerTls.Required)]
    [InlineData("smtp://mx.example.org:25", "mx.example.org:25 (STARTTLS)", MailServerTls.Required)]
    [InlineData("smtps://mx.example.org", "mx.example.org:465 (TLS)", MailServerTls.FromTheStart)]
    [InlineData("smtp://localhost:2525", "localhost:2525 (STARTTLS when offered)", MailServerTls.WhenOffered)]
    [InlineData("smtp://127.0.0.1", "127.0.0.1:587 (STARTTLS when offered)", MailServerTls.WhenOffered)]
    [InlineData("smtp://[::1]:25", "::1:25 (STARTTLS when offered)", MailServerTls.WhenOffered)]
    [InlineData("smtp://mx.example.org:25?tls=off", "mx.example.org:25 (without TLS)", MailServerTls.Off)]
    [InlineData(" smtp://mx.example.org\n", "mx.example.org:587 (STARTTLS)", MailServerTls.Required)]
    public void A_server_and_the_way_to_it(string text, string says, MailServerTls tls)
    {
        Assert.True(SmtpAddress.TryParse(text, out var address, out var problem), problem);
        Assert.Equal((says, tls), (address.ToString(), address.Tls));
    }

    [Fact]
    public void A_password_is_read_and_never_shown()
    {
        Assert.True(
            SmtpAddress.TryParse("smtps://desk%40example.org:p%40ss%3Aword@mx.example.org", out var address, out _)
        );
        Assert.Equal(("desk@example.org", "p@ss:word"), (address.User, address.Password));
        Assert.Equal("mx.example.org:465 (TLS, as desk@example.org)", address.ToString());
    }

    [Fact]
    public void A_token_is_in_a_file()
    {
        Assert.True(
            SmtpAddress.TryParse(
                "smtp://desk@mx.example.org?token-file=/run/secrets/token&ca-file=/etc/ours.pem",
                out var address,
                out _
            )
        );
        Assert.Equal(
            ("desk", null, "/run/secrets/token", "/etc/ours.pem"),
            (address.User, address.Password, address.TokenFile, address.CaFile)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("mx.example.org")]
    [InlineData("mx.example.org:25")]
    [InlineData("http://mx.example.org")]
    [InlineData("smtp://")]
    [InlineData("smtp:///path")]
    [InlineData("smtp://mx.example.org/path")]
    [InlineData("smtp://mx.example.org:99999")]
    [InlineData("smtp://mx.example.org?tls=maybe")]
    [InlineData("smtps://mx.example.org?tls=off")]
    [InlineData("smtp://mx.example.org?password=topsecret")]
    [InlineData("smtp://:topsecret@mx.example.org")]
    [InlineData("smtp://desk@mx.example.org")]
    [InlineData("smtp://mx.example.org?token-file=/t")]
    [InlineData("smtp://desk:topsecret@mx.example.org?token-file=/t")]
    [InlineData("smtp://desk:topsecret@mx.example.org:25?tls=off")]
    public void Anything_else_is_refused_in_one_sentence_without_a_secret(string text)
    {
        Assert.False(SmtpAddress.TryParse(text, out _, out var problem));
        Assert.True(problem!.Length > 20, problem);
        Assert.DoesNotContain("topsecret", problem);
    }
}

namespace Rung.Mail.Transport;

/// <summary>What came of handing one mail to the mail server.</summary>
public abstract record Handed
{
    private Handed() { }

    /// <summary>The server took it: from now on it answers for it.</summary>
    public sealed record Taken(string Answer) : Handed;

    /// <summary>Not now; the connection may go on.</summary>
    public sealed record Later(string Why) : Handed;

    /// <summary>Never: the server said so of this mail.</summary>
    public sealed record Never(string Why) : Handed;

    /// <summary>There is no talking to the server, and nothing is known of this mail; it may even have been taken.</summary>
    public sealed record Lost(string Why) : Handed;
}

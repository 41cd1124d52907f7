namespace Rung.Server.Accounts;

/// <summary>Marks an endpoint that whoever is not signed in may use. There is no other way to open one (S13).</summary>
internal sealed class OpenToAnybody
{
    public static OpenToAnybody Mark { get; } = new();
}

/// <summary>Marks an endpoint of customers' people: the portal's own door looks who they are.</summary>
internal sealed class OpenToContacts
{
    public static OpenToContacts Mark { get; } = new();
}

/// <summary>Marks an endpoint that exists for some of those who are signed in, and for nobody else.</summary>
internal sealed class OpenOnlyTo
{
    private readonly Func<SignedIn, bool> _allows;

    private OpenOnlyTo(Func<SignedIn, bool> allows) => _allows = allows;

    public static OpenOnlyTo Administrators { get; } = new(who => who.IsAdministrator);

    /// <summary>Whoever reads some part of the audit trail.</summary>
    public static OpenOnlyTo AuditReaders { get; } = new(who => who.ReadsAudit);

    /// <summary>Whether the endpoint does not exist for somebody.</summary>
    public static bool Hides(Endpoint endpoint, SignedIn who) =>
        endpoint.Metadata.GetMetadata<OpenOnlyTo>() is { } mark && !mark._allows(who);
}

/// <summary>Marks an endpoint whose pages offer those who act at the desk, such as for an assignment.</summary>
internal sealed class OffersColleagues
{
    public static OffersColleagues Mark { get; } = new();
}

/// <summary>Marks a form that only asks, and is sent as one so that what is typed stands in no address.</summary>
internal sealed class OnlyAsks
{
    public static OnlyAsks Mark { get; } = new();

    /// <summary>Whether a request leaves everything as it is, whatever comes of it.</summary>
    public static bool Holds(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        || HttpMethods.IsHead(context.Request.Method)
        || context.GetEndpoint()?.Metadata.GetMetadata<OnlyAsks>() is not null;
}

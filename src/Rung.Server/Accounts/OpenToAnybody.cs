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

/// <summary>Marks an endpoint that exists for administrators only.</summary>
internal sealed class OpenToAdministrators
{
    public static OpenToAdministrators Mark { get; } = new();
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

namespace Rung.Server.Pages.Hosting;

/// <summary>The addresses of the pages, each spelled once.</summary>
internal static class Addresses
{
    public static string Queue(string desk) => $"/{desk}/queue";

    public static string Promises(string desk) => $"/{desk}/promises";

    /// <summary>Escalations that go on.</summary>
    public static string Escalations(string desk) => $"/{desk}/escalations";

    /// <summary>Who is to be telephoned.</summary>
    public static string CallBacks(string desk) => $"/{desk}/call-backs";

    public static string Case(string desk, string reference) => $"/{desk}/cases/{reference}";

    public static string Complaints(string desk) => $"/{desk}/complaints";

    public static string NewComplaint(string desk) => $"/{desk}/complaints/new";

    public static string Paper(string desk, string reference, string hash) =>
        $"/{desk}/cases/{reference}/papers/{hash}";

    /// <summary>The evidence pack of a case: the customer's edition, or the desk's own.</summary>
    public static string Evidence(string desk, string reference, bool isInternal) =>
        $"/{desk}/cases/{reference}/evidence{(isInternal ? "?edition=internal" : "")}";

    public static string NewCall(string desk) => $"/{desk}/calls/new";

    public static string Calls(string desk) => $"/{desk}/calls";

    public static string Call(string desk, string reference) => $"/{desk}/calls/{reference}";

    /// <summary>Messages that have not reached whom they are for; one message, whatever became of it.</summary>
    public static string Outgoing(string desk, long? id = null) =>
        id is null ? $"/{desk}/outgoing" : $"/{desk}/outgoing/{id}";

    public const string Account = "/account";
    public const string Accounts = "/accounts";
    public const string Tokens = "/accounts/tokens";

    /// <summary>Who looked at what, changed what and signed in.</summary>
    public const string Audit = "/audit";

    /// <summary>Whether that record is as it was written.</summary>
    public const string AuditProof = "/audit/verify";
    public const string AuditExport = "/audit/export";
    public const string FirstRun = "/first-run";

    /// <summary>What is to do until a new installation serves its first customer.</summary>
    public const string Setup = "/setup";

    public static string OneAccount(string id, string more = "") => $"{Accounts}/{id}{more}";

    public const string SignOut = "/sign-out";

    /// <param name="next">Where whoever signs in goes on to.</param>
    public static string SignIn(string next) =>
        next == "/" ? "/sign-in" : $"/sign-in?return={Uri.EscapeDataString(next)}";

    public static string Customers(string desk) => $"/{desk}/customers";

    /// <param name="more">What follows: <c>/change</c>.</param>
    public static string Customer(string desk, string id, string more = "") => $"/{desk}/customers/{id}{more}";

    public static string Contact(string desk, string customer, string contact, string more = "") =>
        Customer(desk, customer, $"/contacts/{Uri.EscapeDataString(contact)}{more}");

    public static string Retention(string desk) => $"/{desk}/retention";

    public static string Erasures(string desk) => $"/{desk}/erasures";

    public static string Mailboxes(string desk) => $"/{desk}/mailboxes";

    public static string Versions(string desk) => $"/{desk}/versions";

    /// <summary>Open cases under another version of the guide than the one in force.</summary>
    /// <param name="after">Id of the last one that was shown; null: from the first.</param>
    public static string VersionCases(string desk, long? after = null) =>
        $"{Versions(desk)}/cases{(after is { } last ? $"?after={last}" : "")}";

    public static string VersionDifference(string desk) => $"{Versions(desk)}/difference";

    /// <summary>What is different in a version of the guide from another.</summary>
    public static string VersionDifference(string desk, string from, string to) =>
        $"{VersionDifference(desk)}?from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to)}";

    public static string Intake(string desk) => $"/{desk}/intake";

    public static string Mail(string desk, long id) => $"/{desk}/mails/{id}";

    public static string Guide(string desk, string? paragraph = null) =>
        paragraph is null ? $"/{desk}/guide" : $"/{desk}/guide#{Uri.EscapeDataString(paragraph)}";

    /// <summary>What changed in a version of the guide, for everybody.</summary>
    /// <param name="version">Null: the one in force.</param>
    public static string GuideChanges(string desk, string? version = null) =>
        $"{Guide(desk)}/changes{(version is null ? "" : $"?version={Uri.EscapeDataString(version)}")}";

    /// <summary>The address itself if it is one of ours, else the start page: a form never leads elsewhere.</summary>
    public static string Local(string? address, HttpContext? context = null)
    {
        var own = context is null ? null : $"{context.Request.Scheme}://{context.Request.Host}";
        var path =
            own is not null && address?.StartsWith(own + "/", StringComparison.Ordinal) == true
                ? address[own.Length..]
                : address;
        var isOurs =
            path is ['/', ..] and not ['/', '/' or '\\', ..]
            && path.All(letter => !char.IsControl(letter))
            && path.Length < 2000;
        return isOurs ? path! : "/";
    }
}

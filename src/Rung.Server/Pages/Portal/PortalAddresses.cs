namespace Rung.Server.Pages.Portal;

/// <summary>The addresses of the customers' pages, each spelled once.</summary>
internal static class PortalAddresses
{
    public const string Part = "portal";

    public static string Home(string desk) => $"/{desk}/{Part}";

    public const string LivePart = "/live";

    /// <summary>The line that says when an open page may not be read any more.</summary>
    public static string Live(string desk) => Home(desk) + LivePart;

    /// <summary>Where somebody says whose person they are, as long as there are no accounts.</summary>
    /// <param name="after">The page that follows; null: the first one.</param>
    public static string Visitor(string desk, string? after = null) =>
        $"{Home(desk)}/visitor{(after is null ? "" : $"?return={Uri.EscapeDataString(after)}")}";

    /// <summary>What follows the portal in the address of a link that lets somebody in.</summary>
    public const string EnterPart = "enter";

    /// <summary>Where somebody asks for a link that lets them in.</summary>
    /// <param name="after">The page that follows; null: the first one.</param>
    public static string SignIn(string desk, string? after = null) =>
        $"{Home(desk)}/sign-in{(after is null ? "" : $"?return={Uri.EscapeDataString(after)}")}";

    /// <summary>The page that was wanted if it is of this portal, else the first one.</summary>
    public static string Within(string desk, string wanted) =>
        wanted.StartsWith(Home(desk), StringComparison.Ordinal) ? wanted : Home(desk);

    public static string SignInSent(string desk) => $"{SignIn(desk)}/sent";

    public static string SignOut(string desk) => $"{Home(desk)}/sign-out";

    /// <param name="after">The page that follows.</param>
    public static string Enter(string desk, string secret, string after) =>
        $"{Home(desk)}/{EnterPart}/{secret}{(after == Home(desk) ? "" : $"?return={Uri.EscapeDataString(after)}")}";

    public static string Cases(string desk) => $"{Home(desk)}/cases";

    public static string Case(string desk, string reference) => $"{Cases(desk)}/{reference}";

    /// <param name="action">What is to be done to it.</param>
    public static string Act(string desk, string reference, string action) => $"{Case(desk, reference)}/{action}";

    /// <summary>How to escalate.</summary>
    public static string Escalate(string desk) => $"{Home(desk)}/escalate";

    /// <summary>What customers can do for themselves.</summary>
    public static string Help(string desk) => $"{Home(desk)}/help";

    public static string Article(string desk, string id) => $"{Help(desk)}/articles/{id}";

    /// <summary>What is asked for while somebody types a report.</summary>
    public static string Fitting(string desk, string report) => $"{Help(desk)}/fitting?report={report}";

    /// <summary>What fits a report, before it is checked.</summary>
    public static string MayHelp(string desk, string report) => ReportStep(desk, report, "may-help");

    public static string Calendar(string desk) => $"{Home(desk)}/calendar";

    public static string Complain(string desk) => $"{Home(desk)}/complain";

    public static string Report(string desk) => $"{Home(desk)}/report";

    /// <param name="report">Which of those that were begun.</param>
    public static string ReportStep(string desk, string report, string step) => $"{Report(desk)}/{report}/{step}";

    public static string ReportCheck(string desk, string report) => ReportStep(desk, report, "check");

    public static string Sent(string desk, string reference) => $"{Report(desk)}/sent/{reference}";

    /// <param name="services">Their ids, one after the other.</param>
    public static string Known(string desk, string services) => $"{Home(desk)}/known/{services}";
}

namespace Rung.Server.Pages.Help;

/// <summary>The addresses of the help articles at the desk, each spelled once.</summary>
internal static class HelpAddresses
{
    public static string All(string desk) => $"/{desk}/help";

    public static string New(string desk) => $"{All(desk)}/new";

    /// <param name="more">What follows: <c>/change</c>.</param>
    public static string One(string desk, string id, string more = "") => $"{All(desk)}/articles/{id}{more}";

    public static string Version(string desk, string id, int number) => One(desk, id, $"/versions/{number}");
}

namespace Rung.Server.Pages.Heartbeats;

/// <summary>The addresses of the heartbeats, each spelled once.</summary>
internal static class HeartbeatAddresses
{
    public static string All(string desk) => $"/{desk}/heartbeats";

    public static string New(string desk) => $"{All(desk)}/new";

    /// <param name="more">What follows: <c>/suspend</c>.</param>
    public static string One(string desk, string id, string more = "") => $"{All(desk)}/{id}{more}";
}

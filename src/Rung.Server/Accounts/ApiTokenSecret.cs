namespace Rung.Server.Accounts;

/// <summary>What a program sends: it begins so that whoever finds one somewhere knows what it is (S50).</summary>
internal static class ApiTokenSecret
{
    private const string Beginning = "rung_";

    public static string New() => Beginning + Secret.New();
}

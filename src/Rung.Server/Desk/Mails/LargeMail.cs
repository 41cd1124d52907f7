namespace Rung.Server.Desk.Mails;

/// <summary>
/// The memory of a large message goes back as soon as it is done with: a desk where little else happens would keep that of
/// several until the collector next looks. S41
/// </summary>
internal static class LargeMail
{
    private const long Large = 4_000_000;

    /// <summary>After the last use of a message of so many bytes.</summary>
    public static void GiveBack(long bytes)
    {
        if (bytes > Large)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}

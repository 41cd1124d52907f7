namespace Rung.Server.Commands;

/// <summary>How wide what is printed may be.</summary>
internal static class Terminal
{
    private const int WidthWithoutTerminal = 80;

    // Longer lines are hard to read, however wide the terminal is.
    private const int Widest = 110;

    public static int Width() =>
        Console.IsOutputRedirected || Console.WindowWidth <= 0
            ? WidthWithoutTerminal
            : Math.Min(Console.WindowWidth, Widest);
}

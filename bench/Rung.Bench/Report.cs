namespace Rung.Bench;

/// <summary>Prints figures as they come and remembers whether they are within their limits.</summary>
public sealed class Report
{
    private readonly List<Figure> _figures = [];

    public IReadOnlyList<Figure> Figures => _figures;

    public static void Chapter(string title) => Console.WriteLine($"\n{title}");

    public static void Say(string text) => Console.WriteLine($"    {text}");

    public void Add(Figure figure)
    {
        _figures.Add(figure);
        Console.WriteLine(figure);
    }

    public void Sum()
    {
        var limited = _figures.Count(figure => figure.AtMost is not null || figure.AtLeast is not null);
        var beyond = _figures.Count(figure => !figure.IsMet);
        Console.WriteLine($"\n{_figures.Count} figures, {limited} with a limit, {beyond} beyond it");
    }
}

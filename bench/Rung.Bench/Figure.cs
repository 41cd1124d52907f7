using System.Globalization;

namespace Rung.Bench;

/// <summary>A measured value, the limit it is held against, and what stands between the two.</summary>
/// <param name="Unit">After the number; empty for a plain ratio.</param>
public sealed record Figure(string Name, double Value, string Unit)
{
    /// <summary>The value must not be above this; null: there is no such limit.</summary>
    public double? AtMost { get; init; }

    /// <summary>The value must not be below this; null: there is no such limit.</summary>
    public double? AtLeast { get; init; }

    /// <summary>Where the rest goes, or the floor under it.</summary>
    public string Between { get; init; } = "";

    public bool IsMet => Value <= (AtMost ?? double.MaxValue) && Value >= (AtLeast ?? double.MinValue);

    public override string ToString()
    {
        var (limit, share) =
            AtMost is { } most ? ($"at most {Show(most)}", Share(most))
            : AtLeast is { } least ? ($"at least {Show(least)}", Share(least))
            : ("", "");
        var verdict =
            limit.Length == 0 ? ""
            : IsMet ? "met"
            : "BEYOND";
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{Name, -48} {Show(Value), 12}   {limit, -20} {share, 6}  {verdict}"
        );
        return Between.Length == 0 ? line.TrimEnd() : $"{line.TrimEnd()}\n    {Between}";
    }

    // Of a limit of nothing there is no share.
    private string Share(double limit) =>
        limit == 0 ? "" : (Value / limit).ToString("P0", CultureInfo.InvariantCulture);

    private string Show(double value)
    {
        var format =
            Math.Abs(value) >= 100 ? "N0"
            : Math.Abs(value) >= 10 ? "N1"
            : "N2";
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} {Unit}".TrimEnd();
    }
}

using System.Globalization;

namespace Rung.Bench;

/// <summary>How much is made and asked; the defaults are what the promises are about.</summary>
public sealed record Sizes
{
    public const string Options =
        "--open N --closed N (cases in the lists) --asked N (requests of each kind) --cases N (created in each round) --rounds N --dues N --falling N --overdue N (cases after a standstill) --contacts N (among whom callers are found) --lines N (to clock compute) --mails N (in the backlog) --warm N (seconds before each figure of the clock) --keep FOLDER (where the large desk is kept for next time)";

    public int Open { get; init; } = 100_000;
    public int Closed { get; init; } = 1_000_000;
    public int Asked { get; init; } = 300;
    public int Cases { get; init; } = 400;
    public int Rounds { get; init; } = 15;
    public int Dues { get; init; } = 100_000;
    public int Falling { get; init; } = 1_000;
    public int Overdue { get; init; } = 10_000;
    public int Contacts { get; init; } = 100_000;
    public int Lines { get; init; } = 100_000;
    public int Mails { get; init; } = 10_000;

    /// <summary>Seconds for which each short figure is warmed.</summary>
    public int Warm { get; init; } = 3;

    /// <summary>Null: a new folder each time, removed afterwards.</summary>
    public string? Keep { get; init; }

    /// <summary>Takes the options out of the arguments and leaves the rest; null when one is wrong.</summary>
    public static Sizes? Take(List<string> arguments)
    {
        var sizes = new Sizes();
        while (arguments.FindIndex(argument => argument.StartsWith("--", StringComparison.Ordinal)) is >= 0 and var at)
        {
            if (at + 1 == arguments.Count || With(sizes, arguments[at], arguments[at + 1]) is not { } changed)
            {
                return null;
            }
            sizes = changed;
            arguments.RemoveRange(at, 2);
        }
        return sizes;
    }

    private static Sizes? With(Sizes sizes, string option, string value)
    {
        if (option == "--keep")
        {
            return sizes with { Keep = Path.GetFullPath(value) };
        }
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return null;
        }
        return option switch
        {
            "--open" => sizes with { Open = number },
            "--closed" => sizes with { Closed = number },
            "--asked" => sizes with { Asked = number },
            "--cases" => sizes with { Cases = number },
            "--rounds" => sizes with { Rounds = number },
            "--dues" => sizes with { Dues = number },
            "--falling" => sizes with { Falling = number },
            "--overdue" => sizes with { Overdue = number },
            "--contacts" => sizes with { Contacts = number },
            "--lines" => sizes with { Lines = number },
            "--mails" => sizes with { Mails = number },
            "--warm" => sizes with { Warm = number },
            _ => null,
        };
    }
}

using NodaTime;
using Rung.Core.Wording;
using Rung.Server.Api.Bodies;

namespace Rung.Server.Commands.Promises;

/// <summary>The promise book as a table that fits the terminal; texts that are longer than their column end in "…".</summary>
internal sealed class PromiseBookTable(TextWriter output, PromisesBody book, int width)
{
    private const int Due = 18;
    private const int Left = 16;
    private const int Case = 11;
    private const int LeastWidth = 60;

    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[book.Zone];

    public void Print()
    {
        var overdue = book.Promises.Count(line => line.Due < book.Now);
        var open = book.Promises.Count - overdue;
        output.WriteLine(
            TextLines.Wrap(
                $"{book.Desk}, {Say.AtWithZone(book.Now, _zone)} ({book.Zone}): {overdue} overdue, {open} open.",
                "  "
            )
        );
        if (book.Promises.Count == 0)
        {
            return;
        }
        output.WriteLine();
        Row(("due", ""), "what", "owed by", "case");
        foreach (var line in book.Promises)
        {
            Row((Say.At(line.Due!.Value, _zone), How(line.Due.Value)), What(line), line.Owner.Name, Where(line));
        }
    }

    private void Row((string At, string Left) due, string what, string owner, string reference)
    {
        var rest = Math.Max(width, LeastWidth) - Due - Left - Case;
        var owned = rest * 2 / 5;
        output.WriteLine(
            $"{Fit(due.At, Due)}{Fit(due.Left, Left)}{Fit(what, rest - owned)}{Fit(owner, owned)}{reference}".TrimEnd()
        );
    }

    private string How(Instant due)
    {
        var left = due - book.Now;
        return left < Duration.Zero ? $"over {LengthWords.Used(-left)}" : $"in {LengthWords.Left(left)}";
    }

    // SMC-08: the customer's own time, where theirs is another.
    private string What(PromiseLineBody line) =>
        line.Zone is { } id
        && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } theirs
        && theirs.GetUtcOffset(line.Due!.Value) != _zone.GetUtcOffset(line.Due.Value)
            ? $"{Say.TimeOfDay(line.Due.Value, theirs)} for them: {line.Name}"
            : line.Name;

    private static string Where(PromiseLineBody line) => line.Reference ?? $"mail {line.Mail}";

    // What somebody typed moves no cursor and breaks no line.
    private static string Fit(string text, int column)
    {
        var plain = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return (plain.Length < column ? plain : $"{plain[..(column - 2)]}…").PadRight(column);
    }
}

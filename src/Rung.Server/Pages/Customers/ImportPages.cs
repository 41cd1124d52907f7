using Rung.Server.Audit;
using Rung.Server.Customers;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Storage;

namespace Rung.Server.Pages.Customers;

/// <summary>Takes customers over from a file and gives them out as one.</summary>
internal sealed class ImportPages(RungDatabase database, CustomerImport import, FrameMaker frames)
{
    private const int MostBytes = 1024 * 1024;
    private const int MostRows = 500;

    public FrameMaker Frames => frames;

    public async Task<ImportView> Ask(Visit visit, params IReadOnlyList<ErrorView> errors) =>
        new()
        {
            Frame = await frames.Frame(visit),
            Here = $"{Addresses.Customers(visit.Desk)}/import",
            BackHref = Addresses.Customers(visit.Desk),
            Columns = CustomerColumns.All,
            Errors = errors,
        };

    /// <summary>A file is looked at; one that comes back after that is taken over.</summary>
    public async Task<ImportView> Send(Visit visit)
    {
        var form = await visit.Context.Request.ReadFormAsync();
        if (form["content"].FirstOrDefault() is { Length: > 0 } content)
        {
            return Decoded(content) is { } kept
                ? await Show(visit, kept, isDone: true)
                : await Ask(visit, new ErrorView("The file did not come back whole. Choose it again.", "f-file"));
        }
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return await Ask(visit, new ErrorView("Choose a file with something in it.", "f-file"));
        }
        if (file.Length > MostBytes)
        {
            const string Large = "It is larger than 1 MB. Divide it, or take it over with rung import customers.";
            return await Ask(visit, new ErrorView(Large, "f-file"));
        }
        using var read = new MemoryStream();
        await file.CopyToAsync(read);
        return await Show(visit, read.ToArray(), isDone: false);
    }

    public async Task<byte[]> Export(Visit visit) => CustomerCsv.Write(await CustomerExport.All(database, visit.Desk));

    private async Task<ImportView> Show(Visit visit, byte[] content, bool isDone)
    {
        var sheet = CustomerSheet.Of(content);
        if (sheet.Problem is { } problem)
        {
            return await Ask(visit, new ErrorView(problem, "f-file"));
        }
        var plan = isDone ? await import.Do(visit.Guide, sheet) : await import.Look(visit.Guide, sheet);
        if (plan.Contacts.Count > 0)
        {
            AuditTrail.Detail(visit.Context, string.Join("; ", plan.Contacts));
        }
        var rows = plan
            .Rows.OrderByDescending(row => row.Fate == RowFate.Refused)
            .ThenByDescending(row => row.IsDoubtful)
            .ThenBy(row => row.Line)
            .ToList();
        var hasWork = plan.Changed.Any();
        return await Ask(visit) with
        {
            Counts = SheetWords.Counts([.. plan.Rows.Select(row => row.Fate)]),
            IsDone = isDone,
            Content = hasWork && !isDone ? Convert.ToBase64String(content) : "",
            Notes = [.. SheetWords.Notes(sheet)],
            Rows = [.. rows.Take(MostRows).Select(row => Row(visit, row, isDone))],
            More = Math.Max(0, rows.Count - MostRows),
        };
    }

    private static ImportRowView Row(Visit visit, PlannedRow row, bool isDone)
    {
        var isThere = row.Fate == RowFate.Same || (isDone && row.Fate != RowFate.Refused);
        return new ImportRowView(
            row.Line,
            row.Customer,
            isThere ? Addresses.Customer(visit.Desk, row.Customer) : null,
            SheetWords.Of(row.Fate)
        )
        {
            IsRefused = row.Fate == RowFate.Refused,
            IsDoubtful = row.IsDoubtful,
            Note = row.Note,
        };
    }

    private static byte[]? Decoded(string content)
    {
        var bytes = new byte[content.Length];
        return content.Length <= MostBytes * 2 && Convert.TryFromBase64String(content, bytes, out var length)
            ? bytes[..length]
            : null;
    }
}

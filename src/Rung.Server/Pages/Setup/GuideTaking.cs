using System.Text;
using NodaTime;
using Rung.Core.Guides.Checking;
using Rung.Core.Guides.Reading;
using Rung.Server.Commands.Guides;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Storage;

namespace Rung.Server.Pages.Setup;

/// <summary>Takes a guide that an administrator sends into the folder of this installation's own guides, if it can be enforced.</summary>
internal sealed class GuideTaking(RungDatabase database, DeskRegister desks, DeskClock clock, RungOptions options)
{
    private const int MostBytes = 2 * 1024 * 1024;
    private const int MostProblems = 20;

    private string Own => Path.Combine(options.DataFolder, GuideFiles.FolderName);

    public async Task<TakenGuide> Take(IFormFile? file)
    {
        if (file is not { Length: > 0 })
        {
            return TakenGuide.Not("Choose a file with something in it.");
        }
        if (file.Length > MostBytes)
        {
            return TakenGuide.Not("It is larger than 2 MB: no guide is.");
        }
        using var read = new MemoryStream();
        await file.CopyToAsync(read);
        return await Take(read.ToArray());
    }

    /// <summary>Makes one of the guides that come with Rung the only one of this installation, beside those of desks that have cases.</summary>
    /// <param name="id">The guide's id.</param>
    public async Task<TakenGuide> TakeShipped(string id) =>
        HasOwn ? TakenGuide.Not($"This installation has guides of its own already, in {Own}.")
        : ShippedText(id) is { } file ? await Take(await File.ReadAllBytesAsync(file))
        : TakenGuide.Not("No such guide comes with Rung.");

    /// <summary>The file of a guide that comes with Rung; null: none has this id.</summary>
    public static string? ShippedText(string id) =>
        GuideFiles.Shipped().FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == id);

    private async Task<TakenGuide> Take(byte[] text)
    {
        var holidays = HolidayFolders.For(Path.Combine(Own, "any.yaml"));
        var reading = GuideReader.Read("guide", text, holidays);
        var today = clock.Now().InZone(desks.Active[0].DeskCalendar.Zone).Date;
        if (Errors(reading, today) is { Count: > 0 } errors)
        {
            return new TakenGuide(null, errors);
        }
        var guide = reading.Guide!;
        var name = $"{guide.Document.Id} {guide.Document.Version}";
        var path = Path.Combine(Own, FileName(name));
        List<ShelvedGuide> stay = [.. await Staying()];
        // What comes with Rung and stays is not there twice when it is taken by itself.
        stay.RemoveAll(one => !HasOwn && one.Name == name && File.ReadAllBytes(one.File).SequenceEqual(text));
        var fault =
            stay.Any(one => one.Name == name) ? $"There is {name} already: give yours another version."
            : (await KeptGuides.Of(database)).HasOther(name, Encoding.UTF8.GetString(text))
                ? $"Another text was in use as {name}, and cases may be under it: give yours another version."
            : Fault([.. stay, new ShelvedGuide(path, guide)]);
        return fault is null ? await Keep((path, name), text, stay) : TakenGuide.Not(fault);
    }

    private async Task<TakenGuide> Keep((string Path, string Name) file, byte[] text, IReadOnlyList<ShelvedGuide> stay)
    {
        try
        {
            await Write(file.Path, text, stay);
            return new TakenGuide(file.Name, []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return TakenGuide.Not($"{Own} cannot be written to: {e.Message}");
        }
    }

    private static List<string> Errors(GuideReading reading, LocalDate today)
    {
        var errors = GuideChecks.Run(reading, today).Where(one => one.Severity == Severity.Error).ToList();
        return
        [
            .. errors.Take(MostProblems).Select(one => $"Line {one.Line}: {one.What}. To mend it, {one.Mend}."),
            .. errors.Count > MostProblems
                ? (string[])[$"And {errors.Count - MostProblems} more: see them with rung guide check."]
                : [],
        ];
    }

    // Those of the folder; before there is one, those that come with Rung and have cases: their desks go on.
    private async Task<IEnumerable<ShelvedGuide>> Staying()
    {
        List<ShelvedGuide> stay = [];
        foreach (var file in GuideFiles.In(options.DataFolder))
        {
            if (GuideFile.Read(file).Guide is { } guide && (HasOwn || await database.Queue.HasCases(guide.Document.Id)))
            {
                stay.Add(new ShelvedGuide(file, guide));
            }
        }
        return stay;
    }

    private bool HasOwn => Directory.Exists(Own);

    private static string? Fault(IReadOnlyList<ShelvedGuide> together)
    {
        try
        {
            GuideShelf.Check(together);
            return null;
        }
        catch (StartException e)
        {
            return e.Message;
        }
    }

    // The folder counts from the moment it is there: it comes into being with all that is to be in it.
    private async Task Write(string path, byte[] text, IReadOnlyList<ShelvedGuide> stay)
    {
        if (HasOwn)
        {
            await File.WriteAllBytesAsync($"{path}.new", text);
            File.Move($"{path}.new", path);
            return;
        }
        var prepared = $"{Own}.new";
        if (Directory.Exists(prepared))
        {
            Directory.Delete(prepared, recursive: true);
        }
        Directory.CreateDirectory(prepared);
        foreach (var one in stay)
        {
            File.Copy(one.File, Path.Combine(prepared, Path.GetFileName(one.File)), overwrite: true);
        }
        await File.WriteAllBytesAsync(Path.Combine(prepared, Path.GetFileName(path)), text);
        Directory.Move(prepared, Own);
    }

    private static string FileName(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.' ? letter : '-'))
        + ".yaml";
}

/// <summary>A guide that was sent.</summary>
/// <param name="Name">Its id and version; null: it was not kept.</param>
/// <param name="Problems">Why it was not, each a sentence.</param>
internal sealed record TakenGuide(string? Name, IReadOnlyList<string> Problems)
{
    public static TakenGuide Not(string why) => new(null, [why]);
}

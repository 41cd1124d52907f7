using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Hosting;
using Rung.Storage;

namespace Rung.Server.Commands.Asking;

/// <summary>Reads the data of a desk that is not running.</summary>
internal static class StoredDesk
{
    private static readonly string OverTheNetwork =
        $"leave --data out to ask it at http://localhost:{RungOptions.UsualPort}, or give its address with --url";

    public static string NoData(string folder) =>
        $"there is no desk's data in {folder}: 'rung serve' makes it when it first starts; name another folder with --data.";

    /// <summary>A case as it stood then, whichever desk it is at.</summary>
    public static Task<FoundText> OfCase(
        Stored from,
        string reference,
        Func<CaseSnapshot, RungDatabase, Task<string>> tell
    ) => Open(from.Folder, installation => OfCase((installation, from.Viewer), reference, tell));

    /// <summary>One of the desks, by the id of its guide; null: the only one.</summary>
    public static Task<FoundText> OfDesk(
        string folder,
        string? desk,
        Func<Installation, Guide, Task<FoundText>> read
    ) =>
        Open(
            folder,
            async installation =>
            {
                var desks = installation.Desks.Active;
                return DeskChoice.Fault(desk, [.. desks.Select(one => one.Document.Id)]) is { } fault
                    ? FoundText.None(fault, ExitCode.Usage)
                    : await read(installation, desks.First(one => desk is null || one.Document.Id == desk));
            }
        );

    /// <param name="whenRunning">What to do while the desk runs; null: what asks it can do so over the network.</param>
    public static async Task<FoundText> Open(
        string folder,
        Func<Installation, Task<FoundText>> read,
        string? whenRunning = null
    )
    {
        if (!DataFolder.HasData(folder))
        {
            return FoundText.None(NoData(folder), ExitCode.Environment);
        }
        try
        {
            using var installation = await Installation.Open(new RungOptions(folder, 0));
            await using var database = installation.Database;
            return await read(installation);
        }
        catch (FolderInUseException)
        {
            return FoundText.None(
                $"the desk in {folder} is running: {whenRunning ?? OverTheNetwork}.",
                ExitCode.Environment
            );
        }
        catch (StartException e)
        {
            return FoundText.None(e.Message, e.Code);
        }
    }

    private static async Task<FoundText> OfCase(
        (Installation Installation, Actor Viewer) asked,
        string reference,
        Func<CaseSnapshot, RungDatabase, Task<string>> tell
    )
    {
        var installation = asked.Installation;
        var database = installation.Database;
        var viewer = await SaidContact.Of(database, asked.Viewer);
        var (desks, clock) = (installation.Desks, installation.Clock);
        var keeper = new CaseKeeper(database, new CaseSight(database, desks), clock, new DeskLive());
        var desk = new ServiceDesk(database, desks, clock, keeper);
        foreach (var guide in installation.Desks.Active)
        {
            if (
                CaseReference.TryParse(guide.Desk.ReferencePrefix, reference, out var known)
                && await desk.Look(known.Value, viewer) is { } found
            )
            {
                var then = found with { Now = Instant.Max(found.Now, found.State.LastEventAt) };
                return new FoundText(await tell(then, database));
            }
        }
        return FoundText.None(DeskRefusals.NoSuchCase(reference).Sentence, ExitCode.Problems);
    }
}

/// <summary>The data of a desk that does not run, and who asks.</summary>
/// <param name="As">Null: whoever has the files, and so sees all that is in them.</param>
internal sealed record Stored(string Folder, Actor? As = null)
{
    public Actor Viewer => As ?? Actor.Desk;
}

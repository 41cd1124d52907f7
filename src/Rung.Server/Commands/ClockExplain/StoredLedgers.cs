using NodaTime;
using Rung.Core.Cases;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;
using Rung.Server.Desk;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.ClockExplain;

/// <summary>Reads the data of a desk that is not running.</summary>
internal static class StoredLedgers
{
    public static async Task<FoundLedgers> Find(string folder, string reference)
    {
        if (!DataFolder.HasData(folder))
        {
            return FoundLedgers.None($"there is no desk's data in {folder}.", ExitCode.Environment);
        }
        try
        {
            return await Read(folder, reference);
        }
        catch (FolderInUseException)
        {
            return FoundLedgers.None(
                $"the desk in {folder} is running: leave --data out to ask it at http://localhost:{RungOptions.UsualPort}, or give its address with --url.",
                ExitCode.Environment
            );
        }
        catch (StartException e)
        {
            return FoundLedgers.None(e.Message, e.Code);
        }
    }

    private static async Task<FoundLedgers> Read(string folder, string reference)
    {
        using var installation = await Installation.Open(new RungOptions(folder, 0));
        await using var database = installation.Database;
        var desk = new ServiceDesk(database, installation.Desks, installation.Clock, new DeskLive());
        foreach (var guide in installation.Desks.Active)
        {
            if (
                CaseReference.TryParse(guide.Desk.ReferencePrefix, reference, out var known)
                && await desk.Look(known.Value, Actor.Desk) is { } found
            )
            {
                var body = LedgersBody.Of(found with { Now = Instant.Max(found.Now, found.State.LastEventAt) });
                return new FoundLedgers(ApiJson.Write(body), body.Text);
            }
        }
        return FoundLedgers.None(DeskRefusals.NoSuchCase(reference).Sentence, ExitCode.Problems);
    }
}

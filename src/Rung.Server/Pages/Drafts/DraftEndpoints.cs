using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Storage;
using Rung.Storage.Drafts;

namespace Rung.Server.Pages.Drafts;

/// <summary>Keeps what is being typed until it is sent.</summary>
internal static class DraftEndpoints
{
    private const int Longest = 100_000;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapPost("/{desk}/drafts", Save);

    private static async Task<IResult> Save(HttpContext context, FrameMaker frames, RungDatabase database)
    {
        var visit = frames.Visit(context);
        var form = await FormValues.Of(context);
        var (about, body) = (form.Text("about"), form.Text("body"));
        if (about.Length is 0 or > 100 || body.Length > Longest)
        {
            return Results.BadRequest();
        }
        var key = new DraftKey(about, visit.Actor.Name);
        await (body.Length == 0 ? database.Drafts.Clear(key) : database.Drafts.Save(new Draft(key, body, visit.Now)));
        return Results.NoContent();
    }
}

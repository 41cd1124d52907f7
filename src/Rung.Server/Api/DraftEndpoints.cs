using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Drafts;

namespace Rung.Server.Api;

/// <summary>What somebody has typed and not sent: one for each subject and author.</summary>
internal static class DraftEndpoints
{
    private const int LongestText = 100_000;

    public static void Map(RouteGroupBuilder desk)
    {
        var drafts = desk.MapGroup("/drafts/{about}").WithTags("Drafts");
        drafts.MapGet("", Read).WithName("read-draft").WithSummary("The draft of who acts");
        drafts.MapPut("", Save).WithName("save-draft").WithSummary("Replace it");
        drafts.MapDelete("", Clear).WithName("clear-draft").WithSummary("Throw it away");
    }

    private static async Task<Results<Ok<DraftBody>, ProblemAnswer>> Read(DraftAt at, RungDatabase database) =>
        await database.Drafts.Find(at.Key) is { } draft
            ? TypedResults.Ok(DraftBody.Of(draft))
            : Refusing.Because(ProblemKind.NoSuchDraft, "Nothing about this was typed that is not sent.");

    private static async Task<Results<Ok<DraftBody>, ProblemAnswer>> Save(
        DraftAt at,
        JsonBody<DraftRequest> body,
        RungDatabase database,
        DeskClock clock
    )
    {
        if (body.Value.Text.Length > LongestText)
        {
            return Refusing.Because(
                ProblemKind.TooLarge,
                "$.text",
                $"A draft has at most {LongestText:N0} characters."
            );
        }
        var draft = new Draft(at.Key, body.Value.Text, clock.Now());
        await database.Drafts.Save(draft);
        return TypedResults.Ok(DraftBody.Of(draft));
    }

    private static async Task<Results<NoContent, ProblemAnswer>> Clear(DraftAt at, RungDatabase database)
    {
        await database.Drafts.Clear(at.Key);
        return TypedResults.NoContent();
    }
}

using Rung.Server.Accounts;
using Rung.Server.Api.Problems;
using Rung.Server.Pages.Problems;

namespace Rung.Server.Limits;

/// <summary>What whoever sends files is told while there is no room for them.</summary>
internal static class NoRoom
{
    private const string Says =
        "There is no room here for files just now. Nothing was kept. Send it without the files, or telephone us.";

    public static IResult Answer(HttpContext context) =>
        GateAnswers.IsForPrograms(context)
            ? Refusing.Because(ProblemKind.NoRoom, Says)
            : ProblemPages.Page(
                new ProblemView(
                    ProblemKind.NoRoom.Status,
                    ProblemKind.NoRoom.Title,
                    $"{Says} What was typed is still there when you go back."
                )
            );
}

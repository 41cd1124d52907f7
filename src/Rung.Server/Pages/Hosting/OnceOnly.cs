using Rung.Server.Desk;
using Rung.Server.Pages.Frame;
using Rung.Storage.Answers;

namespace Rung.Server.Pages.Hosting;

/// <summary>A form's token: sent twice, it is done once, and both times the same page follows (R13).</summary>
internal static class OnceOnly
{
    /// <returns>Null: the form has no token.</returns>
    public static AnswerKey? Key(Visit visit, string token) =>
        token.Length is 0 or > 64 ? null : new AnswerKey($"form:{token}", visit.Actor.Name);

    /// <param name="address">The page that follows.</param>
    public static Func<DeskAnswer.Done, KeptAnswer>? Keep(
        AnswerKey? key,
        string hash,
        Func<DeskAnswer.Done, string> address
    ) =>
        key is null
            ? null
            : done => new KeptAnswer(key, hash, StatusCodes.Status303SeeOther, address(done), done.Case.Now);
}

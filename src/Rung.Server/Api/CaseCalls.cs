using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Json;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage.Answers;

namespace Rung.Server.Api;

/// <summary>Asks the desk, once for each idempotency key, and words its answers.</summary>
internal sealed class CaseCalls(ServiceDesk desk, AlertDesk alerts, Retries retries)
{
    public Task<CaseOutcome> Log(Guide guide, LogCase command, Asked asked) =>
        Ask(guide, asked, StatusCodes.Status201Created, who => desk.Log(guide, command, who));

    public Task<CaseOutcome> Take(Guide guide, LogCase command, RaisedAlert alert, Asked asked) =>
        Ask(guide, asked, StatusCodes.Status201Created, who => alerts.Take(guide, command, alert, who));

    public Task<CaseOutcome> Handle(Guide guide, CaseReference reference, CaseCommand command, Asked asked) =>
        Ask(guide, asked, StatusCodes.Status200OK, who => desk.Handle(reference, command, who, asked.Writing.Seen));

    public static ProblemAnswer MailSettled =>
        Refusing.Because(
            ProblemKind.MailSettled,
            "Somebody decided before what becomes of this mail, or it is not in that state: read it again."
        );

    /// <summary>Asks once for each idempotency key: who asks keeps the answer in the transaction of its cause.</summary>
    public async Task<CaseOutcome> Ask(Guide guide, Asked asked, int status, Func<Requester, Task<DeskAnswer>> act)
    {
        using var retry = await retries.Begin(asked.Key, asked.Hash);
        if (retry.Problem is not null || retry.Answer is not null)
        {
            return new CaseOutcome(retry.Answer?.Body ?? "", retry.Problem)
            {
                WasThere = retry.Answer?.Status == StatusCodes.Status200OK,
            };
        }
        var requester = new Requester(asked.Writing.Actor, asked.Writing.HappenedAt)
        {
            Papers = asked.Papers,
            Keep = asked.Key is { } key
                ? done => new KeptAnswer(key, asked.Hash, Status(status, done), JsonOf(done), done.Case.Now)
                : null,
        };
        return OutcomeOf(await act(requester), guide);
    }

    public static CaseOutcome OutcomeOf(DeskAnswer answer, Guide guide) =>
        answer switch
        {
            DeskAnswer.Done done => new CaseOutcome(JsonOf(done), null) { WasThere = done.WasThere },
            DeskAnswer.Answered answered => new CaseOutcome(answered.Answer.Body, null)
            {
                WasThere = answered.Answer.Status == StatusCodes.Status200OK,
            },
            DeskAnswer.NothingToDo => new CaseOutcome("", null),
            DeskAnswer.Refused refused => new CaseOutcome("", Refusing.Because(refused.Refusal, guide)),
            DeskAnswer.Stale stale => new CaseOutcome("", Refusing.Because(stale)),
            DeskAnswer.MailSettled => new CaseOutcome("", MailSettled),
            DeskAnswer.KeyReused => new CaseOutcome("", Retries.KeyReused),
            _ => throw new NotSupportedException($"No words for {answer.GetType().Name}."),
        };

    private static int Status(int status, DeskAnswer.Done done) => done.WasThere ? StatusCodes.Status200OK : status;

    private static string JsonOf(DeskAnswer.Done done) =>
        ApiJson.Write(CaseBody.Of(done.Case) with { Next = done.Next?.Reference });
}

/// <summary>What came of a request: the case as JSON, or the problem.</summary>
internal sealed record CaseOutcome(string Json, ProblemAnswer? Problem)
{
    /// <summary>Whether the case was there before.</summary>
    public bool WasThere { get; init; }
}

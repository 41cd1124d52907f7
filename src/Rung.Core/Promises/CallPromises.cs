using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Wording;

namespace Rung.Core.Promises;

/// <summary>Calls that are owed beside messages which may not arrive. ESS-51.</summary>
internal static class CallPromises
{
    public static IEnumerable<PromiseEntry> Of(CasePromises of)
    {
        var tasks = CallTask.Of(of.Guide, of.State, of.Now);
        return of.State.Calls.Select(call => Entry(of, call, tasks.FirstOrDefault(task => task.Call == call)));
    }

    /// <param name="task">Null: it is made, or owed no more.</param>
    private static PromiseEntry Entry(CasePromises of, OwedCall call, CallTask? task) =>
        new()
        {
            Kind = PromiseKind.Call,
            Id = "call",
            Number = call.Number,
            Name = $"Call: {CallText.About(call.Owed.On)}",
            Owner = of.Worker,
            To = task?.Contact ?? of.Reporter,
            Channel = Channel.Phone,
            GivenAt = call.Owed.At,
            Due = call.Due,
            State = StateOf(of, call, task),
            KeptAt = call.MadeAt,
            MissedAt = call.MissedAt,
            IsToDo = task is not null,
            Cite = of.Guide.Calls?.Cite ?? of.Guide.Desk.Cite,
        };

    // A try that reached nobody moves the due; the miss before it stays one.
    private static PromiseState StateOf(CasePromises of, OwedCall call, CallTask? task) =>
        call.Standing(of.Now) switch
        {
            PromiseState.Kept when call.MissedAt is not null => PromiseState.Late,
            PromiseState.Open when task is null => PromiseState.NotOwed,
            var standing => standing,
        };
}

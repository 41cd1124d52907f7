using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Storage.Answers;
using Xunit;

namespace Rung.Server.Tests.Api;

/// <summary>What happens to a case between the look at it and what an alert writes. R15</summary>
public sealed class AlertRaceTests
{
    private const string Key = "switch-3";
    private static readonly Actor Monitor = new("Monitor", Actor.AgentRole);

    // Raised one minute after it was noted it is only counted; eleven minutes after, noted.
    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    public async Task R15_What_is_raised_while_its_case_is_being_closed_begins_a_case_of_its_own(int minutes)
    {
        await using var desk = await RunningDesk.Open("2026-12-24T10:00:00Z");
        var closed = await Raise(desk, _ => { });
        await Raise(desk, _ => { });
        await Do(desk, closed, new Resolve("The switch was restarted", Confirmation.NotRequired));
        desk.Advance(Duration.FromMinutes(minutes));

        var found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var isClosed = new ManualResetEventSlim();
        var raising = Task.Run(() =>
            Raise(
                desk,
                _ =>
                {
                    found.TrySetResult();
                    isClosed.Wait();
                }
            )
        );
        await found.Task;
        await Do(desk, closed, new Close());
        isClosed.Set();

        var next = await raising;
        Assert.NotEqual(closed, next);
        Assert.Equal(next, await Raise(desk, _ => { }));
        var before = await Desk(desk).Look(closed, Monitor);
        Assert.DoesNotContain(before!.Events.SkipWhile(one => one is not Closed), one => one is Noted);
    }

    /// <param name="decided">Called when it is decided what the alert does, before that is written.</param>
    private static async Task<CaseReference> Raise(RunningDesk desk, Action<DeskAnswer.Done> decided)
    {
        Assert.True(desk.Services.GetRequiredService<DeskRegister>().TryGet("schools-desk", out var guide));
        var command = new LogCase
        {
            Kind = CaseKind.Fault,
            Source = Channel.Monitoring,
            Subject = "A switch does not answer",
            Reporter = new Reporter(
                RunningDesk.Customer,
                "Ashgrove Primary School",
                "Office manager",
                null,
                null,
                null
            ),
            Services = ["email"],
            Answers = Caller.FaultForSome["answers"]!
                .AsObject()
                .ToDictionary(one => one.Key, one => (string)one.Value!),
        };
        var who = new Requester(Monitor)
        {
            Keep = done =>
            {
                decided(done);
                var key = new AnswerKey(Guid.NewGuid().ToString(), Monitor.Name);
                return new KeptAnswer(key, "", 200, "", done.Case.Now);
            },
        };
        var answer = await desk
            .Services.GetRequiredService<AlertDesk>()
            .Take(guide, command, new RaisedAlert(Key), who);
        return Assert.IsType<DeskAnswer.Done>(answer).Case.State.Reference;
    }

    private static async Task Do(RunningDesk desk, CaseReference reference, CaseCommand command) =>
        Assert.IsType<DeskAnswer.Done>(await Desk(desk).Handle(reference, command, new Requester(Monitor)));

    private static ServiceDesk Desk(RunningDesk desk) => desk.Services.GetRequiredService<ServiceDesk>();
}

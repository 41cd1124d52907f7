using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Promises;

/// <summary>Whoever asks how things stand gets an answer within one working day of ten hours. ESS-78.</summary>
public sealed class UpdateRequestTests
{
    // Asked on Friday 18 December at 17:00: one hour that day and nine on Monday, until 17:00.
    [Fact]
    public void ESS_78_An_answer_is_owed_within_a_working_day_and_the_team_leader_hears_of_a_missed_one()
    {
        var one = Asked();
        var owed = Answer(one);
        Assert.Equal((PromiseKind.Update, "update-request"), (owed.Kind, owed.Id));
        Assert.Equal((PromiseState.Open, "2026-12-21 17:00", null), Book.Said(one, owed));

        // At its very due it is open still; a note is no answer.
        one.At("2026-12-21 16:00").Do(new AddNote("Looked at it"));
        one.At("2026-12-21 17:00");
        Assert.Empty(one.Seen<PromiseMissed>());

        one.At("2026-12-21 17:01");
        var missed = Assert.Single(one.Seen<PromiseMissed>());
        Assert.Equal((PromiseFor.UpdateRequest, At.London("2026-12-21 17:00")), (missed.For, missed.At));
        Assert.Contains("team-leader", missed.Alerts);

        one.At("2026-12-22 09:00").Do(new SendUpdate("A new certificate comes tonight"));
        Assert.Equal((PromiseState.Late, "2026-12-21 17:00", "2026-12-22 09:00"), Book.Said(one, Answer(one)));
    }

    [Fact]
    public void ESS_78_The_next_word_to_them_keeps_it_and_asking_twice_is_answered_once()
    {
        var one = Asked()
            .At("2026-12-18 17:30")
            .Do(new RecordUpdateRequest("Anything yet?", Channel.Email), People.Contact);
        Assert.Single(one.State.Promises);

        one.At("2026-12-21 09:00").Do(new SendUpdate("It is found"));
        Assert.Equal((PromiseState.Kept, "2026-12-21 17:00", "2026-12-21 09:00"), Book.Said(one, Answer(one)));

        // Asked again it is owed again: Monday 10:00 to Tuesday 10:00.
        one.At("2026-12-21 10:00").Do(new RecordUpdateRequest("And now?", Channel.Phone));
        Assert.Equal(At.London("2026-12-22 10:00"), one.State.Promises.Last().Due);
        one.At("2026-12-21 11:00").Do(new Resolve("A new certificate", Confirmation.Required));
        Assert.All(one.State.Promises, promise => Assert.Equal(PromiseState.Kept, promise.State));
    }

    [Fact]
    public void A_guide_that_promises_none_owes_none()
    {
        var one = NightOfD5.Logged().Do(new RecordUpdateRequest("How is it?", Channel.Phone));

        Assert.Empty(one.State.Promises);
    }

    private static SimulatedCase Asked() =>
        SimulatedCase
            .Log("2026-12-18 09:00")
            .At("2026-12-18 17:00")
            .Do(new RecordUpdateRequest("How is it going?", Channel.Email), People.Contact);

    private static PromiseEntry Answer(SimulatedCase one) =>
        PromiseBook.Of(one.Guide, one.Events, one.Now).First(entry => entry.Id == "update-request");
}

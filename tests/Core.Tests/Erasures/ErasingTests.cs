using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Erasures;
using Rung.Core.Guides;
using Rung.Core.Tests.Cases;
using Xunit;

namespace Rung.Core.Tests.Erasures;

/// <summary>S72: what of a case goes when it is erased, and what stays.</summary>
public sealed class ErasingTests
{
    private static readonly Reporter Alice = People.Reporter with
    {
        ContactName = "Alice Canary",
        CustomerReference = "CANARY-1",
    };

    private static readonly ErasedPerson Person = new(Alice.CustomerId, Alice.ContactName)
    {
        Phone = "01632 960777",
        Email = "canary@millbrook.example.org",
    };

    [Fact]
    public void Words_and_names_go_and_times_and_codes_stay()
    {
        var one = Told();
        var erased = new Erasing([one.Guide]).Of(one.Events);

        Assert.DoesNotContain("canary", string.Join('\n', erased.Select(Json)), StringComparison.OrdinalIgnoreCase);
        var logged = (CaseLogged)erased[0];
        Assert.Equal(
            ("[erased]", null, null, null),
            (
                logged.Reporter.ContactName,
                logged.Reporter.Phone,
                logged.Reporter.Email,
                logged.Reporter.CustomerReference
            )
        );
        Assert.Equal(
            ("millbrook", "Millbrook Primary", "fault"),
            (logged.Reporter.CustomerId, logged.Reporter.CustomerName, logged.Kind)
        );
        Assert.Equal("[erased]", logged.Papers![0].Name);
        Assert.Equal(
            one.Events.Select(was => (was.GetType(), was.At, was.RecordedAt, was.By.Role)),
            erased.Select(now => (now.GetType(), now.At, now.RecordedAt, now.By.Role))
        );
        // Who of the desk did it stays, and what was chosen of the guide's options.
        Assert.Contains(erased, happened => happened.By == People.Agent);
        Assert.Equal("[erased]", erased.OfType<CustomerReplied>().Single().By.Name);
        Assert.Equal(
            ("some", "[erased]"),
            (
                erased.OfType<IntakeAnswered>().Last().Answers["affected"],
                erased.OfType<IntakeAnswered>().Last().Answers["details"]
            )
        );
        SameButWords.Check(one.Guide, one.Events, one.Now);
    }

    [Fact]
    public void Of_the_case_of_somebody_else_goes_what_they_said_and_their_name_and_no_more()
    {
        var bob = new Actor("Bob Other", Actor.ContactRole);
        var one = SimulatedCase
            .Log("2026-12-14 10:00", log => log with { Reporter = People.Reporter with { ContactName = "Bob Other" } })
            .Do(new RecordReply("Canary: I see it too", Channel.Portal), new Actor("Alice Canary", Actor.ContactRole))
            .Do(
                new RecordReply(
                    "So does alice  canary, call 01632 960777 or Canary@millbrook.example.org.",
                    Channel.Portal
                ),
                bob
            )
            .Do(new AddNote("Alicecanary is a word of its own"));
        var erased = new Erasing([one.Guide]).Of(one.Events, Person);

        var said = erased.OfType<CustomerReplied>().ToList();
        Assert.Equal(("[erased]", "[erased]"), (said[0].By.Name, said[0].Text));
        Assert.Equal(("Bob Other", "So does [erased], call [erased] or [erased]."), (said[1].By.Name, said[1].Text));
        Assert.Equal("Alicecanary is a word of its own", erased.OfType<Noted>().Single().Text);
        Assert.Equal(((CaseLogged)one.Events[0]).Subject, ((CaseLogged)erased[0]).Subject);
    }

    // "Will" is a word of most sentences, and a name where it stands alone.
    [Theory]
    [InlineData("Will", "We will see. Will called.", "We will see. Will called.")]
    [InlineData("Will", " will ", "[erased]")]
    [InlineData("Will Canary", "Will Canary's cat; will\ncanary.", "[erased]'s cat; [erased].")]
    public void A_name_of_one_word_is_left_in_a_sentence(string name, string text, string left) =>
        Assert.Equal(left, new ErasedPerson("millbrook", name).Without(text));

    // Whoever else is called so keeps their name: which of the two is meant no text says.
    [Fact]
    public void A_name_that_two_have_is_left_everywhere()
    {
        var one = new ErasedPerson("millbrook", "Alice Canary") { IsAlone = false, Phone = "01632 960777" };

        Assert.Equal("Alice Canary, [erased]", one.Without("Alice Canary, 01632 960777"));
        Assert.Equal("Alice Canary", one.Without("Alice Canary"));
        Assert.False(one.Is(Alice with { ContactId = null }));
    }

    // "some" is an option of the guide, on which the priority hangs.
    [Fact]
    public void What_was_chosen_stays_whoever_is_called_so()
    {
        var one = Told();
        var erased = new Erasing([one.Guide]).Of(one.Events, new ErasedPerson("millbrook", "some"));

        Assert.Contains(erased.OfType<IntakeAnswered>(), answered => answered.Answers["affected"] == "some");
    }

    // Clocks hang on the words of the guide's own conditions: those stay, with nothing around them.
    [Fact]
    public void Of_a_subject_the_words_stay_that_the_guide_asks_for()
    {
        var guide = ShippedGuides.Schools with
        {
            Flags =
            [
                .. ShippedGuides.Schools.Flags.Select(flag =>
                    flag with
                    {
                        SetWhen = new When.Says(["smoke", "fire alarm", "flood"]),
                    }
                ),
            ],
        };
        var one = SimulatedCase.Log(
            guide,
            "2026-12-14 10:00",
            log => log with { Subject = "Canary: smoke, and the Fire Alarm rang" }
        );
        var erased = new Erasing([guide]).Of(one.Events);

        Assert.Equal("[erased] smoke [erased] fire alarm [erased]", ((CaseLogged)erased[0]).Subject);
        Assert.Equal(erased[0], new Erasing([guide]).Of(erased)[0]);
        SameButWords.Check(guide, one.Events, one.Now);
    }

    [Fact]
    public void Nothing_open_is_erased()
    {
        var one = SimulatedCase.Log("2026-12-14 10:00");

        Assert.Equal($"Case {one.State.Reference.Text} is open: close it first.", Erasing.Refuses(one.State));
        one.Do(new Resolve("Done", Confirmation.NotRequired)).At("2026-12-18 18:00");
        Assert.True(one.State.IsClosed);
        Assert.Null(Erasing.Refuses(one.State));
    }

    private static SimulatedCase Told() =>
        SimulatedCase
            .Log(
                "2026-12-14 10:00",
                log =>
                    log with
                    {
                        Subject = "Canary in the hall",
                        Reporter = Alice,
                        Papers = [new Paper("canary.png", "image/png", 4, new string('a', 64))],
                    }
            )
            .Do(new AnswerIntake(["email"], Answers.DownForSome, IntakeState.Open))
            .Do(
                new AnswerIntake(
                    ["email"],
                    Answers
                        .DownForSome.Prepend(new("details", "The canary sings"))
                        .DistinctBy(one => one.Key)
                        .ToDictionary(),
                    IntakeState.Open
                )
            )
            .Do(new RecordReply("Canary here", Channel.Email), new Actor(Alice.ContactName, Actor.ContactRole))
            .Do(new AddNote("The canary was rude"))
            .Do(new SendUpdate("Dear Canary"))
            .Do(new Resolve("Canary fed", Confirmation.Required));

    private static string Json(CaseEvent happened) =>
        $"{happened} {(happened as CaseLogged)?.Papers?[0]} {string.Join(' ', (happened as IntakeAnswered)?.Answers.Values ?? [])}";
}

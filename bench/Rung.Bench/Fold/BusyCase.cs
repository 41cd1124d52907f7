using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Commands.Guides;

namespace Rung.Bench.Fold;

/// <summary>A case with a long life: 50 events under a guide that has five clocks for it.</summary>
internal sealed record BusyCase(Guide Guide, IReadOnlyList<CaseEvent> History, Instant Now)
{
    public const int Events = 50;
    public const int Clocks = 5;

    private static readonly Actor Engineer = new("Duty engineer", Actor.AgentRole);
    private static readonly Instant Begins = Instant.FromUtc(2026, 12, 6, 6, 0);

    // Holds that pause and one that does not, waits, updates, notes: what a long case is made of.
    private static readonly CaseCommand[] Round =
    [
        new Assign("Technician 3"),
        new SendUpdate("A part is on its way"),
        new Hold("information", "the serial number"),
        new Resume(),
        new RecordReply("It is 4711", Channel.Email),
        new AddNote("Fits the other rack as well"),
        new Hold("customer-asked", "the end of the month"),
        new Resume(),
        new BeginWait("carrier", "a driver"),
        new EndWait(),
    ];

    public static BusyCase Make()
    {
        var guide = WithFifthClock(GuideFile.Read(Path.Combine(GuideFolder(), "gulf-colocation.yaml")).Guide!);
        var events = new List<CaseEvent>();
        var now = Begins;
        Take(CaseDesk.Log(guide, First, At(now)), events);
        for (var step = 0; events.Count < Events; step++)
        {
            now += Duration.FromMinutes(70);
            Take(CaseDesk.Handle(guide, events, Round[step % Round.Length], At(now)), events);
        }
        return new BusyCase(guide, events[..Events], now + Duration.FromHours(1));
    }

    private static LogCase First =>
        new()
        {
            Kind = "fault",
            Source = Channel.Phone,
            Subject = "Rack without fan",
            Reporter = new Reporter("pearl", "Pearl Shipping", "Operations", "authorised-contact", null, null)
            {
                Contract = "standard",
            },
            Services = ["cooling"],
            Answers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["impact"] = "rack",
                ["urgency"] = "today",
                ["details"] = "Fan stands still",
            },
        };

    // The guide promises four things about such a case; a fifth is promised like the third.
    private static Guide WithFifthClock(Guide guide) =>
        guide with
        {
            Targets = [.. guide.Targets, guide.Targets.First(target => target.Id == "restore") with { Id = "again" }],
        };

    private static Moment At(Instant now) => Moment.Now(Engineer, now, CaseReference.FromNumber("G", 1));

    private static void Take(Handled handled, List<CaseEvent> events)
    {
        if (handled is Handled.Refused refused)
        {
            throw new InvalidOperationException($"After {events.Count} events: {refused.Refusal}");
        }
        events.AddRange(((Handled.Done)handled).Change.Events);
    }

    private static string GuideFolder()
    {
        var program = new FileInfo(RungProgram.File);
        return Path.Combine(program.Directory!.Parent!.Parent!.Parent!.Parent!.Parent!.FullName, "guides");
    }
}

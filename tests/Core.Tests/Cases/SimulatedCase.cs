using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>One case in simulated time: what falls due between two steps happens by itself, one due at a time.</summary>
internal sealed class SimulatedCase
{
    private readonly Guide _guide;
    private readonly List<CaseEvent> _events = [];
    private long _references;

    private SimulatedCase(Guide guide) => _guide = guide;

    public Guide Guide => _guide;
    public Instant Now { get; private set; }
    public IReadOnlyList<CaseEvent> Events => _events;
    public List<OutgoingMessage> Mails { get; } = [];

    /// <summary>The case that a reply to this closed one began.</summary>
    public SimulatedCase? Next { get; private set; }

    public CaseState State => CaseState.Of(_events);
    public Condition Condition => State.Condition;
    public ClockReading Clock => Clocks().Single(clock => clock.Target.Role == TargetRole.Resolve);
    public Ledger Ledger =>
        LedgerWriter.Write(_guide, State, Now).Single(one => one.Reading.Target.Role == TargetRole.Resolve);

    public long Used => Minutes(Clock.Used);
    public long Left => Minutes(Clock.Left);

    public IReadOnlyList<ClockReading> Clocks() => ClockReader.Read(_guide, State, Now);

    public IReadOnlyList<T> Seen<T>()
        where T : CaseEvent => [.. _events.OfType<T>()];

    /// <summary>Logs a case on the schools desk; the wall time is London's.</summary>
    public static SimulatedCase Log(string at, Func<LogCase, LogCase>? change = null) =>
        Log(ShippedGuides.Schools, at, change);

    public static SimulatedCase Log(Guide guide, string at, Func<LogCase, LogCase>? change = null) =>
        Log(guide, Cases.At.Local(at, guide.DeskCalendar.Zone), change);

    public static SimulatedCase Log(Guide guide, Instant at, Func<LogCase, LogCase>? change = null)
    {
        var begun = new SimulatedCase(guide) { Now = at };
        begun.Take(Assert.IsType<Handled.Done>(begun.TryLog(change)).Change);
        return begun;
    }

    /// <summary>A case that was read from elsewhere, as it stands; what it told to whom is not known.</summary>
    public static SimulatedCase Read(Guide guide, IReadOnlyList<CaseEvent> events, Instant now)
    {
        var read = new SimulatedCase(guide) { Now = now };
        read._events.AddRange(events);
        return read;
    }

    public static Refusal RefusesToLog(string at, Func<LogCase, LogCase> change)
    {
        var begun = new SimulatedCase(ShippedGuides.Schools) { Now = Cases.At.London(at) };
        return Assert.IsType<Handled.Refused>(begun.TryLog(change)).Refusal;
    }

    /// <summary>Lets time pass until then.</summary>
    public SimulatedCase At(string wall) => Until(Cases.At.Local(wall, _guide.DeskCalendar.Zone));

    public SimulatedCase Until(Instant then)
    {
        while (DueList.Of(_guide, State, Now) is [var due, ..] && due.At <= then)
        {
            Now = due.At > Now ? due.At : Now;
            Take(CaseDesk.FallDue(_guide, _events, Now));
        }
        Now = then;
        return this;
    }

    /// <summary>Lets time pass with the process down; the next command finds what fell due.</summary>
    public void Sleep(Instant then) => Now = then;

    /// <summary>Lets time pass with the process down: nothing happens until then, and all of it then.</summary>
    public SimulatedCase DownUntil(string wall) => DownUntil(Cases.At.Local(wall, _guide.DeskCalendar.Zone));

    public SimulatedCase DownUntil(Instant then)
    {
        Now = then;
        Take(CaseDesk.FallDue(_guide, _events, Now));
        return this;
    }

    public SimulatedCase Do(CaseCommand command, Actor? by = null, string? happened = null)
    {
        Assert.Null((Try(command, by, happened) as Handled.Refused)?.Refusal);
        return this;
    }

    public Refusal Refuses(CaseCommand command, Actor? by = null, string? happened = null) =>
        Assert.IsType<Handled.Refused>(Try(command, by, happened)).Refusal;

    public Handled Try(CaseCommand command, Actor? by = null, string? happened = null) =>
        Try(command, by ?? People.Agent, happened is null ? Now : Cases.At.Local(happened, _guide.DeskCalendar.Zone));

    public Handled Try(CaseCommand command, Actor by, Instant at)
    {
        var handled = CaseDesk.Handle(_guide, _events, command, new Moment(by, at, Now, NewReference()));
        if (handled is Handled.Done done)
        {
            Take(done.Change);
            Begin(done.Next);
        }
        return handled;
    }

    private static long Minutes(Duration length)
    {
        Assert.Equal(0, length.TotalMinutes % 1);
        return (long)length.TotalMinutes;
    }

    private Handled TryLog(Func<LogCase, LogCase>? change)
    {
        var plain = new LogCase
        {
            Kind = "fault",
            Source = Channel.Phone,
            Subject = "Sign-in fails",
            Reporter = People.Reporter,
            Services = ["identity"],
            Answers = Answers.DownForSome,
        };
        return CaseDesk.Log(
            _guide,
            change is null ? plain : change(plain),
            Moment.Now(People.Agent, Now, NewReference())
        );
    }

    private void Begin(Change? next)
    {
        if (next is not null)
        {
            Next = new SimulatedCase(_guide) { Now = Now, _references = _references };
            Next.Take(next);
        }
    }

    private void Take(Change change)
    {
        Assert.Equal(_events.Count, change.ExpectedVersion);
        _events.AddRange(change.Events);
        Mails.AddRange(change.Messages);
    }

    // A case that continues another is numbered by it.
    private CaseReference NewReference() => CaseReference.FromNumber("R", ++_references);
}

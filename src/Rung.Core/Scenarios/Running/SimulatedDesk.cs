using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Customers;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Scenarios.Running;

/// <summary>A desk in simulated time: between two steps everything that falls due happens by itself, in order.</summary>
internal sealed class SimulatedDesk(Guide guide, Instant start, IReadOnlyList<Customer> customers)
{
    private const int Usual = 1000;

    private readonly List<SimulatedCase> _cases = [];
    private long _references;
    private int _dues;

    /// <summary>How much may fall due: a mistyped year would otherwise run for hours.</summary>
    public int MostDues { get; init; } = Usual;

    public Guide Guide { get; } = guide;
    public Instant Now { get; private set; } = start;
    public IReadOnlyList<SimulatedCase> Cases => _cases;
    public SimulatedMails Mails { get; } = new();

    /// <summary>Complaints that were only spoken of. ESS-90.</summary>
    public List<RedirectNote> Redirects { get; } = [];

    /// <summary>Notes that a customer was asked to log a complaint formally.</summary>
    public Refusal? Redirect(DirectToLogging spoken, Actor by)
    {
        switch (Redirecting.Decide(Guide, spoken, by, Now))
        {
            case Redirected.Noted noted:
                Redirects.Add(noted.Note);
                return null;
            case Redirected.Refused refused:
                return refused.Refusal;
            default:
                throw new NotSupportedException();
        }
    }

    public SimulatedCase? Find(string? alias) => _cases.Find(one => one.Alias == alias);

    public string? AliasOf(CaseReference? reference) => Find(reference)?.Alias;

    /// <summary>A step begins: what happens from here on is fresh.</summary>
    public void Remember()
    {
        _cases.ForEach(one => one.Remember());
        Mails.Remember();
    }

    /// <summary>Lets time pass; dues are handled at their instants, of all cases together, the earliest first.</summary>
    /// <returns>False when more than <see cref="MostDues"/> fell due on the way; time then stands still.</returns>
    public bool Until(Instant then)
    {
        while (Next() is { } next && next.Dues[0].At <= then)
        {
            if (++_dues > MostDues)
            {
                return false;
            }
            Now = Instant.Max(Now, next.Dues[0].At);
            next.Take(CaseDesk.FallDue(Guide, next.Events, Now));
        }
        Now = then;
        return true;
    }

    /// <summary>Carries out a command that makes a case, which is then called <paramref name="alias"/>.</summary>
    public Refusal? Log(LogCase command, Actor by, string alias)
    {
        var moment = Moment.Now(by, Now, NewReference());
        if (Find(command.Continues) is { } closed)
        {
            return Take([(closed, Continuing.Log((Guide, closed.Events), Guide, command, moment))], alias);
        }
        var handled = CaseDesk.Log(Guide, command, moment);
        if (handled is Handled.Done done)
        {
            Begin(done.Change, alias);
        }
        return (handled as Handled.Refused)?.Refusal;
    }

    /// <summary>Carries out a command, on the cases tied to it as well; a case begun by it gets the given alias.</summary>
    public Refusal? Handle(SimulatedCase one, CaseCommand command, (Actor By, Instant? Happened) moment, string newCase)
    {
        var about = Meant(one, command);
        if (TiedCases.Refuses(about.State, command, Known) is { } refusal)
        {
            return refusal;
        }
        List<SimulatedCase> others =
        [
            .. TiedCases.Of(about.State, command, Known).Select(Find).OfType<SimulatedCase>(),
        ];
        var at = new Moment(moment.By, moment.Happened ?? Now, Now, NewReference());
        var whole = TiedCases.Informed(Informed(about, command), others.Select(other => (Guide, other.State)), Now);
        List<(SimulatedCase Case, Handled Handled)> handled =
        [
            (about, CaseDesk.Handle(Guide, about.Events, whole, at)),
            .. others.Select(other => (other, There(other, TiedCases.There(about.State, command), at))),
        ];
        return Take(handled, newCase);
    }

    private SimulatedCase Meant(SimulatedCase one, CaseCommand command)
    {
        var (leads, seen) = (MeantCase.Elsewhere(command), new HashSet<SimulatedCase>());
        while (seen.Add(one) && Find(leads?.Invoke(one.State)) is { } further)
        {
            one = further;
        }
        return one;
    }

    private CaseState? Known(CaseReference reference) => Find(reference)?.State;

    // What the desk knows from its files: who of the customer may agree to a raise. ESS-43.
    private CaseCommand Informed(SimulatedCase one, CaseCommand command) =>
        command is SetPriority set
        && customers.FirstOrDefault(customer => customer.Id == one.State.Logged.Reporter.CustomerId) is { } customer
            ? set with
            {
                OnFile = customer.MayAgree(Guide),
            }
            : command;

    private Handled There(SimulatedCase other, CaseCommand command, Moment at) =>
        CaseDesk.Handle(Guide, other.Events, command, at with { At = Now });

    // What is refused on one case happens on none.
    private Refusal? Take(List<(SimulatedCase Case, Handled Handled)> handled, string newCase)
    {
        if (handled.Select(one => one.Handled).OfType<Handled.Refused>().FirstOrDefault() is { } refused)
        {
            return refused.Refusal;
        }
        foreach (var (one, done) in handled.Select(one => (one.Case, (Handled.Done)one.Handled)))
        {
            one.Take(done.Change);
            if (done.Next is { } next)
            {
                Begin(next, newCase);
            }
        }
        return null;
    }

    private SimulatedCase? Find(CaseReference? reference) => Find(reference ?? default);

    private SimulatedCase? Find(CaseReference reference) => _cases.Find(one => one.State.Reference == reference);

    private SimulatedCase? Next() => _cases.Where(one => one.Dues.Count > 0).MinBy(one => one.Dues[0].At);

    private void Begin(Change change, string alias)
    {
        var begun = new SimulatedCase(alias);
        begun.Take(change);
        _cases.Add(begun);
    }

    private CaseReference NewReference() => CaseReference.FromNumber(Guide.Desk.ReferencePrefix, ++_references);
}

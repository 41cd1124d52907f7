using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Escalations;
using Rung.Core.Escalations.Urgency;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;
using Rung.Storage.Queue;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>Something that an agent can do to a case from its page: when it is offered, what it asks, what it commands.</summary>
/// <param name="Id">Last part of the address that its form is sent to.</param>
/// <param name="Submit">On the button that does it.</param>
internal sealed record CaseAction(string Id, string Label, string Submit)
{
    public string? Key { get; init; }
    public required Func<ActionScene, bool> Offered { get; init; }
    public required Func<ActionScene, FormValues, CaseCommand> Command { get; init; }
    public Func<ActionScene, IReadOnlyList<FieldView>> Fields { get; init; } = _ => [];

    /// <summary>Whether it is the one thing to do next.</summary>
    public Func<ActionScene, bool> Next { get; init; } = _ => false;
    public ActionPlace Place { get; init; } = ActionPlace.More;
    public Func<ActionScene, string?> Explains { get; init; } = _ => null;

    /// <summary>Paragraph that says so.</summary>
    public Func<Guide, string?> Cite { get; init; } = _ => null;

    /// <summary>What the page says when it is done.</summary>
    public Func<CaseState, string> Done { get; init; } = state => $"{state.Reference} is up to date";
}

/// <summary>The case as it stands, and who is about to act.</summary>
internal sealed record ActionScene(CaseSnapshot Found, Actor Actor)
{
    /// <summary>The cases that more urgency would pass; null: nobody looked, since whoever acts may not give it. ESS-81.</summary>
    public IReadOnlyList<Displaced>? Displaces { get; init; }

    /// <summary>How many cases belong to it that hear what its customer is written.</summary>
    public int Belonging { get; init; }

    /// <summary>Who acts at the desk: whom the case can be given to.</summary>
    public IReadOnlyList<Actor> People { get; init; } = [];

    /// <summary>The customer's people who are on file and there.</summary>
    public IReadOnlyList<Contact> OnFile { get; init; } = [];

    /// <summary>Other open cases of the customer that an escalation of this one could cover.</summary>
    public IReadOnlyList<QueueRow> OpenCases { get; init; } = [];

    public Guide Guide => Found.Guide;

    public CaseState State => Found.State;

    /// <summary>The ladders that the case climbs or could climb, the one that it is worked by first.</summary>
    public IReadOnlyList<Ladder> Ladders => field ??= Guide.LaddersOf(State, Found.Now);

    /// <summary>The ladder that the case is worked by; null: the guide has none for it.</summary>
    public Ladder? Ladder => Ladders is [var first, ..] ? first : null;

    /// <summary>Those on which a level can still be asked for, in the same order.</summary>
    public IReadOnlyList<OpenLadder> OpenLadders => field ??= OpenLadder.Of(this);

    public CaseFacts Facts => CaseFacts.Of(Guide, State, Found.Now);

    public bool IsWorked => State.Condition is Condition.Open or Condition.Assigned or Condition.OnHold;

    public bool IsActive => State.Condition is Condition.Open or Condition.Assigned;

    /// <summary>Whether who acts has one of these roles, or steps in for one that nobody holds just now. Semantics 41.</summary>
    public bool MayAct(IReadOnlyList<string> roles) => Guide.MayAct(roles, Actor.Role, Found.Now);
}

using Rung.Core.Cases;
using Rung.Storage;
using Rung.Storage.Cases;

namespace Rung.Server.Desk;

/// <summary>A case that a command is given on, and the cases around it, each as it was when it was looked at.</summary>
internal sealed class CaseCircle
{
    private readonly CaseCommand _command;
    private readonly Dictionary<CaseReference, FoldedCase?> _known = [];

    private CaseCircle(CaseHistory history, CaseCommand command)
    {
        (_command, Here) = (command, CaseState.Of(history.Events));
        _known.Add(history.Reference, new FoldedCase(history, Here));
    }

    public CaseState Here { get; }

    /// <summary>What the cases say together that none of them says alone.</summary>
    public Refusal? Refusal => TiedCases.Refuses(Here, _command, Known);

    /// <summary>The other cases that the command changes; null: there is none of that reference.</summary>
    public IEnumerable<(CaseReference Reference, FoldedCase? Case)> Others =>
        TiedCases.Of(Here, _command, Known).Select(one => (one, _known[one]));

    /// <summary>Those around it: what is decided holds as long as nothing happened on any of them.</summary>
    public IReadOnlyList<SeenCase> Seen =>
        [.. _known.Values.OfType<FoldedCase>().Select(one => new SeenCase(one.History.Id, one.History.Version))];

    public static async Task<CaseCircle> Of(CaseHistory history, CaseCommand command, RungDatabase database)
    {
        var circle = new CaseCircle(history, command);
        while (circle.Missing() is { Count: > 0 } missing)
        {
            foreach (var reference in missing)
            {
                var found = await database.Cases.Load(reference);
                circle._known.Add(reference, found is null ? null : new FoldedCase(found, CaseState.Of(found.Events)));
            }
        }
        return circle;
    }

    private List<CaseReference> Missing() =>
        [.. TiedCases.Around(Here, _command, Known).Where(one => !_known.ContainsKey(one))];

    private CaseState? Known(CaseReference reference) => _known.GetValueOrDefault(reference)?.State;
}

/// <summary>A case with what its events come to.</summary>
internal sealed record FoldedCase(CaseHistory History, CaseState State);

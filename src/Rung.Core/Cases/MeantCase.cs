using Rung.Core.Escalations;

namespace Rung.Core.Cases;

/// <summary>The case that something is meant for, where that is another than the one it was said about.</summary>
public static class MeantCase
{
    /// <summary>
    /// Leads from case to case: what the customer says about a closed one belongs on the one that goes on with it, so that a
    /// second answer begins no third case (ESS-53); what they write about one of several that are escalated together is asked
    /// for all (SMC-39). It ends with null, or where it comes round.
    /// </summary>
    /// <returns>Null: the command is meant for the case that it was given on.</returns>
    public static Func<CaseState, CaseReference?>? Elsewhere(CaseCommand command) =>
        command switch
        {
            RecordReply => Follower,
            AskToEscalate or NoteApproach => state => state.CoveredBy,
            _ => null,
        };

    /// <summary>The case that goes on with a closed one; null: none does, or it is open.</summary>
    public static CaseReference? Follower(CaseState state) =>
        state.IsClosed ? state.Links.LastOrDefault(link => link.Kind == LinkKind.ContinuedBy)?.Other : null;
}

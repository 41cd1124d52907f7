namespace Rung.Server.Demo.Stories;

/// <summary>The usual ways a case goes.</summary>
internal enum CaseCourse
{
    /// <summary>Fixed, and the customer says so.</summary>
    Confirmed,

    /// <summary>Fixed, and nobody answers any of the attempts.</summary>
    Silence,

    /// <summary>Fixed, and reached by telephone after the first attempt.</summary>
    Reached,

    /// <summary>Put right during the call.</summary>
    OnCall,

    /// <summary>Done, and closed shortly after by itself.</summary>
    Shortly,

    /// <summary>On hold once for something the customer had to tell.</summary>
    Asked,

    /// <summary>The customer said it was not fixed, and it was fixed again.</summary>
    Rejected,

    /// <summary>Waited for a supplier and was late.</summary>
    Late,

    /// <summary>Waited for another team and was in time.</summary>
    Waited,

    /// <summary>The customer asked how it stood.</summary>
    Chased,

    /// <summary>A change, accepted with a date and done by then.</summary>
    Changed,

    /// <summary>A wish, put on the list.</summary>
    Backlog,

    /// <summary>A wish, declined.</summary>
    NotPursued,

    /// <summary>Needs development: promised for the next release, then delivered.</summary>
    NextRelease,

    /// <summary>It works as it is meant to.</summary>
    WorksAsMeant,
}

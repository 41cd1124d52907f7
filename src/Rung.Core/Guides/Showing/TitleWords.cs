namespace Rung.Core.Guides.Showing;

/// <summary>The titles behind a guide's ids; an id without one stands for itself.</summary>
internal sealed record TitleWords(Guide Guide)
{
    public string Role(string id) => Guide.Roles.FirstOrDefault(role => role.Id == id)?.Title ?? id;

    public string Service(string id) => Guide.Service(id)?.Name ?? id;

    public string Contract(string id) => Guide.Contract(id)?.Name ?? id;

    public string Kind(string id) => Guide.Kind(id)?.Name ?? id;

    public string Route(string id) => Guide.Routes.FirstOrDefault(route => route.Id == id)?.Name ?? id;

    public string Ladder(string id) => Guide.Ladders.FirstOrDefault(ladder => ladder.Id == id)?.Name ?? id;

    public string Target(string id) => Guide.Targets.FirstOrDefault(target => target.Id == id)?.Name ?? id;

    public string Flag(string id) => Guide.Flag(id)?.Name ?? id;

    public string Calendar(string id) => Guide.CalendarSources.GetValueOrDefault(id)?.Name ?? id;

    public string Plan(string id) => Guide.CommunicationPlans.FirstOrDefault(plan => plan.Id == id)?.Name ?? id;

    public string Reason(string id) =>
        Guide.Ladders.SelectMany(ladder => ladder.Reasons).FirstOrDefault(reason => reason.Id == id)?.Name
        ?? Guide.HoldReason(id)?.Name
        ?? Guide.WaitReasons.FirstOrDefault(reason => reason.Id == id)?.Name
        ?? id;

    public string Disposition(string id) => Guide.Dispositions.FirstOrDefault(one => one.Id == id)?.Name ?? id;

    /// <summary>A role's title, or the word for somebody who holds no post: the owner, the desk, the originator.</summary>
    public string Person(string id) =>
        id switch
        {
            "owner" => "the owner of the case",
            "desk" => "the desk",
            "originator" => "the person who reported",
            "participants" => "everybody on the case",
            _ => Role(id),
        };
}

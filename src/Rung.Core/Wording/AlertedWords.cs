using NodaTime;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Core.Wording;

/// <summary>Who was alerted by what: nobody is called told whom nothing was written to. S-04, SMC-09, semantics 41.</summary>
internal static class AlertedWords
{
    /// <summary>"written to Service Desk Manager; to the desk's mailbox for Duty Manager".</summary>
    /// <param name="roles">As the event names them, <c>desk</c> among them.</param>
    /// <param name="desk">The desk's mailbox; null: there is none, or it is not for this.</param>
    public static string Of(Guide guide, IReadOnlyList<string> roles, Instant at, string? desk)
    {
        var own = roles.Where(role => guide.OwnMailbox(role, at) is not null).ToList();
        var rest = roles.Except(own).ToList();
        var posts = rest.Where(role => role is not (ToldAt.Desk or "owner")).ToList();
        var names = posts.Count == 0 ? "" : $" for {Names(guide, posts)}";
        string[] parts =
        [
            .. own.Count == 0 ? [] : new[] { $"written to {Names(guide, own)}" },
            .. rest.Count == 0 ? []
            : desk is not null ? [$"written to the desk’s mailbox{names}"]
            : new[] { $"the desk sees it here{names}, no mailbox is known" },
        ];
        return parts.Length == 0 ? "the desk sees it here" : string.Join("; ", parts);
    }

    private static string Names(Guide guide, IEnumerable<string> roles) =>
        string.Join(", ", roles.Select(guide.RoleTitle));
}

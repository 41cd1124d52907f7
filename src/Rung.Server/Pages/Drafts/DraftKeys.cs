using Rung.Core.Cases;
using Rung.Server.Pages.Portal;
using Rung.Storage.Drafts;

namespace Rung.Server.Pages.Drafts;

/// <summary>What drafts are about.</summary>
internal static class DraftKeys
{
    /// <param name="form">"reply" or "note".</param>
    public static string About(CaseReference reference, string form) => $"{reference}/{form}";

    public static DraftKey OfCase(CaseReference reference, string form, Actor author) =>
        new(About(reference, form), author.Name);

    /// <summary>The call that somebody is taking and that has no reference yet.</summary>
    public static DraftKey OfNewCall(string desk, Actor author) => new($"{desk}/call", author.Name);

    /// <summary>In what every report of the portal is kept under.</summary>
    public const string Report = "/report/";

    /// <summary>What somebody of a customer is reporting in the portal: each report that was begun is one of its own.</summary>
    public static DraftKey OfReport(PortalVisitor visitor, string report) =>
        new($"{visitor.Desk}{Report}{report}", visitor.Id);

    /// <summary>The form that logs a mail.</summary>
    public static DraftKey OfMail(long id, Actor author) => new($"mail/{id}", author.Name);
}

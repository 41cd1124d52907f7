using Microsoft.Extensions.Primitives;
using NodaTime;
using Rung.Core.Guides;
using Rung.Server.Accounts;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>What was answered so far, kept on the server from page to page as a call is.</summary>
internal static class ReportForm
{
    public const string About = "about";
    private const string Fault = "fault";
    private const string Other = "other";
    private const string IdName = "report";

    /// <summary>Something does not work, or anything else, under a name of its own.</summary>
    /// <returns>Null: nothing of the kind is offered.</returns>
    public static CallForm? Begun(FormValues form, Instant now) =>
        form.Text(About) switch
        {
            Other => CallForm.Begun(now).With((About, Other), (IdName, Secret.Id())),
            Fault => CallForm.Begun(now).With((ReportFields.Kind, CaseKind.Fault), (IdName, Secret.Id())),
            _ => null,
        };

    /// <summary>Which of the reports that somebody has begun it is.</summary>
    public static string Id(CallForm form) => form.Values.Text(IdName);

    /// <summary>What was answered so far, so that nothing is sent but what was shown.</summary>
    public static string Seen(CallForm form) => Secret.Hash(form.Keep());

    /// <summary>Whether it is something else than that something does not work.</summary>
    public static bool IsOther(CallForm form) => form.Values.Text(About) == Other;

    /// <summary>The report with the fields of one page as they were sent; what else was sent is left out.</summary>
    public static CallForm With(CallForm kept, IEnumerable<FieldView> fields, FormValues sent)
    {
        var all = kept.Values.Names.ToDictionary(name => name, name => new StringValues([.. kept.Values.All(name)]));
        foreach (
            var field in fields.SelectMany(one =>
                one.Options.Select(option => option.Reason).OfType<FieldView>().Prepend(one)
            )
        )
        {
            all[field.Name] = new StringValues([.. sent.All(field.Name)]);
        }
        return new CallForm(new FormValues(all));
    }
}

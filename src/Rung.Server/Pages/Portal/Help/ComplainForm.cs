using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Portal.Report;

namespace Rung.Server.Pages.Portal.Help;

/// <summary>A complaint as somebody of a customer writes it. ESS-88, ESS-89.</summary>
internal static class ComplainForm
{
    public static IReadOnlyList<FieldView> Fields(Guide guide)
    {
        var kinds = guide.Kinds.Where(kind => guide.IsComplaint(kind.Id)).ToList();
        var which = new FieldView("kind", "What is it about?", FieldType.Choice)
        {
            Options = [.. kinds.Select((kind, place) => new OptionView(kind.Id, kind.Name, place == 0))],
        };
        return
        [
            .. kinds.Count > 1 ? [which] : Array.Empty<FieldView>(),
            new("text", "What went wrong, and what do you want?", FieldType.Long)
            {
                Hint = "Only those who deal with complaints read it.",
            },
            new("about", "Is it about one person? Their name") { Optional = true, Hint = "They never see it." },
        ];
    }

    public static LogCase Command(PortalVisitor visitor, FormValues form, IReadOnlyList<Paper> papers)
    {
        var scene = ReportDesk.Scene(visitor, CallForm.Begun(visitor.Visit.Now));
        var details = new ComplaintDetails(form.Text("text")) { About = form.Maybe("about"), Papers = papers };
        return new HandedIn(scene.Command.Reporter, Channel.Portal, details) { Kind = form.Maybe("kind") }.Command(
            visitor.Visit.Guide
        );
    }
}

using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Server.Pages.Calls;

/// <summary>The command that issues the reference, from what has been answered so far.</summary>
internal static class CallCommand
{
    private const int LongestSubject = 120;

    public static LogCase Of(CallScene scene)
    {
        var (guide, form) = (scene.Guide, scene.Form);
        return new LogCase
        {
            Kind = scene.Kind,
            Source = scene.Source,
            Subject = Subject(scene),
            Reporter = Reporter(scene),
            Services = [.. form.Services.Where(id => guide.Service(id) is not null)],
            Answers = form.Answers(guide, scene.Kind),
            Priority = guide.Priority(form.Priority)?.Id,
            ReceivedAt = scene.ReceivedAt,
            FirstLine = FirstLineOf(scene),
        };
    }

    /// <summary>The subject as typed, else made of the answers, so that nobody has to think of one while a caller waits.</summary>
    public static string Subject(CallScene scene)
    {
        if (scene.Form.Subject.Length > 0)
        {
            return OneLine(scene.Form.Subject);
        }
        var guide = scene.Guide;
        var services = string.Join(
            ", ",
            scene.Form.Services.Select(guide.Service).OfType<Service>().Select(service => service.Name)
        );
        var answers = scene.Form.Answers(guide, scene.Kind);
        var what = services.Length > 0 ? services : guide.Kind(scene.Kind)!.Name;
        var rest = guide
            .Intake.Questions.Where(question => question.Type == QuestionType.Choice)
            .Select(question => Label(question, answers))
            .OfType<string>()
            .Take(2);
        string[] parts = [what, string.Join(", ", rest).ToLowerInvariant()];
        return OneLine(string.Join(": ", parts.Where(part => part.Length > 0)));
    }

    private static string? Label(Question question, IReadOnlyDictionary<string, string> answers) =>
        answers.TryGetValue(question.Id, out var id)
            ? question.Options.FirstOrDefault(option => option.Id == id)?.Label
            : null;

    private static Reporter Reporter(CallScene scene)
    {
        var (form, customer, contact) = (scene.Form.Values, scene.Customer, scene.Contact);
        var id = customer?.Id ?? scene.Form.CustomerId;
        return new Reporter(
            id,
            customer?.Name ?? form.Text("customer-name"),
            contact?.Name ?? form.Text("contact-name"),
            contact?.Roles is [var role, ..] ? role : null,
            contact?.Phone ?? form.Maybe("contact-phone"),
            contact?.Email ?? form.Maybe("contact-email")
        )
        {
            ContactId = contact?.Id,
            Contract = customer?.Contract,
            Region = customer?.Region,
            CustomerReference = scene.OwnReference.Text,
        };
    }

    private static FirstLine FirstLineOf(CallScene scene) =>
        scene.Customer?.FirstLine is null ? FirstLine.None
        : scene.IsStopped ? FirstLine.OwnDesk
        : FirstLine.OwnDeskReferred;

    private static string OneLine(string text)
    {
        var line = text.Replace('\n', ' ').Replace('\t', ' ');
        return line.Length <= LongestSubject ? line : line[..(LongestSubject - 1)] + "…";
    }
}

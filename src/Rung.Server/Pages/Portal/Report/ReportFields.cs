using System.Globalization;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Portal.Report;

/// <summary>The fields of a report in the guide's plain words, with what was answered so far.</summary>
internal static class ReportFields
{
    public const string Kind = "kind";
    public const string Service = "service";
    private const string ServicesName = "services";
    public const string OwnReferenceName = "customer-reference";

    public static FieldView Kinds(CallScene scene) =>
        new(Kind, "What do you need?", FieldType.Choice)
        {
            Options =
            [
                .. scene
                    .Guide.Kinds.Where(kind => kind.Handling == KindHandling.Work && kind.Id != CaseKind.Fault)
                    .Select(kind => new OptionView(kind.Id, kind.Name, scene.Form.Values.Text(Kind) == kind.Id)),
            ],
        };

    public static FieldView Services(PortalVisitor visitor, CallScene scene) =>
        new(
            ServicesName,
            scene.Kind == CaseKind.Fault ? "What is not working?" : "Which service is it about?",
            FieldType.Many
        )
        {
            Hint = "Choose all that it is about.",
            Optional = IntakeCheck.AsksServices(scene.Guide, scene.Kind) is null,
            Options =
            [
                .. ReportServices
                    .Here(visitor)
                    .Select(service => new OptionView(
                        service.Id,
                        service.Name,
                        scene.Form.Services.Contains(service.Id),
                        Parts(scene, service)
                    )),
            ],
        };

    public static FieldView OwnReference(PortalVisitor visitor, CallScene scene) =>
        new(OwnReferenceName, "Your own reference for this")
        {
            Optional = true,
            Value = scene.Form.Values.Text(OwnReferenceName),
            Hint = visitor.Customer.ReferenceFormat is { } format
                ? $"Like {format}: # is a digit, * digits, @ a letter."
                : null,
        };

    public static FieldView Of(Question question, CallScene scene)
    {
        var name = CallForm.Answer + question.Id;
        var given = scene.Form.Values.Text(name);
        return new FieldView(name, question.PlainAsk ?? question.Ask, TypeOf(question))
        {
            Optional = question.Required == Need.Optional,
            Value = given,
            Options =
            [
                .. question.Options.Select(option => new OptionView(
                    option.Id,
                    option.PlainLabel ?? option.Label,
                    option.Id == given
                )
                {
                    Reason = Reason(question, option, scene),
                }),
            ],
        };
    }

    /// <summary>The first of the fields that has to be answered and is not; null: none.</summary>
    public static ErrorView? Missing(IEnumerable<FieldView> fields) =>
        fields.Select(Missing).FirstOrDefault(error => error is not null);

    /// <summary>What is wrong with the first of the fields that cannot be kept as it is, or is missing; null: nothing.</summary>
    public static ErrorView? Wrong(Guide guide, IReadOnlyList<FieldView> fields) =>
        Missing(fields) ?? fields.Select(field => Unfit(guide, field)).FirstOrDefault(error => error is not null);

    /// <summary>The answer as it is read; empty: none was given.</summary>
    public static string Words(FieldView field)
    {
        if (field.Options.Count == 0)
        {
            return field.Value;
        }
        var chosen = field.Options.Where(option => option.Chosen).ToList();
        var why = chosen.Select(option => option.Reason?.Value).Where(text => text is { Length: > 0 });
        return string.Join(", ", chosen.Select(option => option.Label).Concat(why));
    }

    private static ErrorView? Missing(FieldView field)
    {
        if (field.Optional)
        {
            return null;
        }
        var chosen = field.Options.Where(option => option.Chosen).ToList();
        return field.Options.Count == 0 && field.Value.Length == 0
                ? new ErrorView($"“{field.Label}” needs a few words.", field.ElementId)
            : field.Options.Count > 0 && chosen.Count == 0
                ? new ErrorView($"“{field.Label}” needs a choice.", field.ElementId)
            : chosen.Find(option => option.Reason is { Value.Length: 0 }) is { } open
                ? new ErrorView($"“{open.Reason!.Label}” needs a few words.", open.Reason.ElementId)
            : null;
    }

    private static ErrorView? Unfit(Guide guide, FieldView field) =>
        field.Value.Length > IntakeCheck.LongestAnswer
            ? new ErrorView(
                $"“{field.Label}” is longer than {IntakeCheck.LongestAnswer:N0} characters: shorten it.",
                field.ElementId
            )
        : field.Value.Length > 0
        && IsNumber(guide, field)
        && !int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? new ErrorView($"“{field.Label}” is answered by a whole number, like 12.", field.ElementId)
        : null;

    private static bool IsNumber(Guide guide, FieldView field) =>
        guide.Intake.Questions.Any(one => one.Type == QuestionType.Number && CallForm.Answer + one.Id == field.Name);

    private static FieldType TypeOf(Question question) =>
        question.Type switch
        {
            QuestionType.Choice => FieldType.Choice,
            QuestionType.Number => FieldType.Text,
            _ => FieldType.Long,
        };

    private static string? Parts(CallScene scene, Service service) =>
        scene.Customer?.Descriptions.FirstOrDefault(one => one.Service == service.Id) is { Components.Count: > 0 } own
            ? string.Join(", ", own.Components)
        : service.Components.Count > 0 ? string.Join(", ", service.Components)
        : null;

    private static FieldView? Reason(Question question, Option option, CallScene scene)
    {
        var name = CallForm.Answer + IntakeCheck.ReasonKey(question.Id);
        return option.NeedsReason == Need.Required
            ? new FieldView(name, $"Why “{(option.PlainLabel ?? option.Label).ToLowerInvariant()}”?")
            {
                Value = scene.Form.Values.Text(name),
            }
            : null;
    }
}

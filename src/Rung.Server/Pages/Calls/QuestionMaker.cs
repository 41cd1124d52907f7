using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Server.Desk;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Calls;

/// <summary>The questions of a call, as the guide asks them.</summary>
internal static class QuestionMaker
{
    public static IEnumerable<FieldView> Questions(CallScene scene)
    {
        var guide = scene.Guide;
        if (scene.Case is null)
        {
            yield return Kinds(scene);
        }
        if (guide.Services.Count > 0)
        {
            yield return Services(scene);
        }
        foreach (var question in guide.Intake.Questions.Where(question => IntakeCheck.IsAbout(question, scene.Kind)))
        {
            yield return Of(question, scene);
        }
    }

    public static IEnumerable<FieldView> Extras(CallScene scene, LoggingPreview? preview)
    {
        var form = scene.Form.Values;
        if (scene.Case is null)
        {
            yield return form.Fill(
                new FieldView("subject", "Subject")
                {
                    Optional = true,
                    Hint = $"Left empty: “{CallCommand.Subject(scene)}”.",
                }
            );
            yield return form.Fill(
                new FieldView("customer-reference", "Their own reference")
                {
                    Optional = true,
                    Hint = scene.Customer?.ReferenceFormat is { } format
                        ? $"Like {format}: # is a digit, * digits, @ a letter."
                        : null,
                }
            );
        }
        if (scene.Case?.State.Priority is null)
        {
            var proposed = preview?.Proposed is { } rule ? $"As proposed: {rule.Priority}" : "As proposed";
            yield return form.Fill(
                new FieldView("priority", "Another priority than the proposed one", FieldType.Select)
                {
                    Optional = true,
                    Options =
                    [
                        new("", proposed, true),
                        .. scene.Guide.Priorities.Select(one => new OptionView(one.Id, $"{one.Id} · {one.Name}")),
                    ],
                }
            );
        }
    }

    /// <summary>An answer that is none of those that are asked for; null: none is.</summary>
    public static ErrorView? Fault(CallScene scene) =>
        scene.Form.Values.Fault([.. Questions(scene), .. Extras(scene, null)]);

    private static FieldView Kinds(CallScene scene) =>
        new("kind", "What is it?", FieldType.Choice)
        {
            Numbered = true,
            Options =
            [
                .. scene
                    .Guide.Kinds.Where(kind => scene.Mail is not null || !scene.Guide.IsComplaint(kind.Id))
                    .Select(kind => new OptionView(kind.Id, kind.Name, kind.Id == scene.Kind)),
            ],
            Hint =
                scene.Mail is null && scene.Guide.Complaints is not null
                    ? "A complaint has a form of its own, under Complaints."
                    : null,
        };

    private static FieldView Services(CallScene scene) =>
        new("services", IntakeCheck.ServicesAsk(scene.Kind), FieldType.Many)
        {
            Numbered = true,
            Optional = IntakeCheck.AsksServices(scene.Guide, scene.Kind) is null,
            Options =
            [
                .. scene.Guide.Services.Select(service => new OptionView(
                    service.Id,
                    service.Name,
                    scene.Form.Services.Contains(service.Id),
                    ServiceHints.Has(scene.Customer, service)
                )),
            ],
            Hint = scene
                .Form.Services.Select(scene.Guide.Service)
                .OfType<Service>()
                .Select(service => ServiceHints.Triage(scene.Customer, service))
                .FirstOrDefault(triage => triage is not null),
        };

    private static FieldView Of(Question question, CallScene scene)
    {
        var name = CallForm.Answer + question.Id;
        var given = scene.Form.Values.Text(name);
        return new FieldView(
            name,
            question.Ask,
            question.Type switch
            {
                QuestionType.Choice => FieldType.Choice,
                QuestionType.Number => FieldType.Text,
                _ => FieldType.Long,
            }
        )
        {
            Numbered = question.Type == QuestionType.Choice,
            Optional = question.Required == Need.Optional,
            Value = given,
            Options =
            [
                .. question.Options.Select(option => new OptionView(option.Id, option.Label, option.Id == given)
                {
                    Reason = Reason(question, option, scene),
                }),
            ],
        };
    }

    private static FieldView? Reason(Question question, Option option, CallScene scene)
    {
        var name = CallForm.Answer + IntakeCheck.ReasonKey(question.Id);
        return option.NeedsReason == Need.Required
            ? new FieldView(name, $"Why “{option.Label.ToLowerInvariant()}”?") { Value = scene.Form.Values.Text(name) }
            : null;
    }
}

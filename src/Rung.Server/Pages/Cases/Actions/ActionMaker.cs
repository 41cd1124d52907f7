using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Cases.Actions;

/// <summary>What can be done now, in the order of the bar.</summary>
internal static class ActionMaker
{
    public static IReadOnlyList<CaseAction> All { get; } =
    [
        .. WorkActions.All.Take(3),
        .. ComplaintActions.All,
        .. EndActions.All,
        .. EscalationActions.All,
        .. CoverActions.All,
        .. PlanActions.All,
        .. TalkActions.All,
        .. WorkActions.All.Skip(3),
    ];

    public static CaseAction? Find(string id) => All.FirstOrDefault(action => action.Id == id);

    public static IReadOnlyList<ActionView> Of(ActionScene scene, string here, OpenForm? open)
    {
        var offered = All.Where(action => ComplaintActions.Suits(action, scene))
            .Where(action => action.Offered(scene) || action.Id == open?.Id)
            .ToList();
        var next = offered.FirstOrDefault(action => action.Next(scene));
        return [.. offered.Select(action => View(action, scene, action == next, new Around(here, open)))];
    }

    private static ActionView View(CaseAction action, ActionScene scene, bool isNext, Around around)
    {
        var open = around.Open?.Id == action.Id ? around.Open : null;
        List<FieldView> fields = [.. action.Fields(scene).Select(field => field with { Form = action.Id })];
        var typed = open?.Typed is { } values ? Marked([.. fields.Select(values.Fill)], open.Errors) : fields;
        return new ActionView(action.Id, action.Label, isNext ? ActionPlace.Next : action.Place)
        {
            Key = action.Key,
            Post = $"{around.Here}/{action.Id}",
            OpenHref = $"{around.Here}?do={action.Id}",
            Fields = typed,
            Explains = fields.Count == 0 ? null : action.Explains(scene),
            Cite = action.Cite(scene.Guide) is { } cite ? CiteMaker.Of(scene.Guide, cite) : null,
            Submit = action.Submit,
            Open = open is not null && (fields.Count > 0 || open.Errors.Count > 0),
            Errors = Led(open?.Errors ?? [], typed),
        };
    }

    // What is refused is what was left empty, if anything was and no other field is named: then it is said there as well.
    private static List<FieldView> Marked(List<FieldView> typed, IReadOnlyList<ErrorView> errors)
    {
        if (errors is not [var first, ..])
        {
            return typed;
        }
        var wrong = typed.FindIndex(field =>
            first.FieldId is { } named
                ? field.ElementId == named
                : field is { Type: FieldType.Text or FieldType.Long, Optional: false, Value.Length: 0 }
        );
        if (wrong >= 0)
        {
            typed[wrong] = typed[wrong] with { Error = first.Sentence };
        }
        return typed;
    }

    private static IReadOnlyList<ErrorView> Led(IReadOnlyList<ErrorView> errors, IReadOnlyList<FieldView> fields) =>
        fields.FirstOrDefault(field => field.Error is not null) is { } marked
            ? [errors[0] with { FieldId = marked.ElementId }, .. errors.Skip(1)]
            : errors;

    private sealed record Around(string Here, OpenForm? Open);
}

/// <summary>The form that is open: because its address asked for it, or because what it sent was refused.</summary>
/// <param name="Typed">Null: nothing was typed yet.</param>
internal sealed record OpenForm(string Id, FormValues? Typed, IReadOnlyList<ErrorView> Errors);

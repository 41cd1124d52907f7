using System.Globalization;
using Rung.Server.Api.Problems;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Customers;

/// <summary>What is wrong with a record, at the fields of the form that asks for it.</summary>
internal static class CustomerErrors
{
    private static readonly ErrorView Changed = new(
        "Somebody has changed this customer meanwhile. Open the page anew, and look what is different before you send yours."
    );

    public static IEnumerable<ErrorView> Of(Problem? problem, CustomerForm form) =>
        problem is null ? []
        : problem.Code == ProblemKind.CustomerChanged.Code ? [Changed]
        : problem.Errors is { Count: > 0 } errors
            ? errors.SelectMany(pair => pair.Value.Select(text => At(pair.Key, text, form)))
        : [new ErrorView(problem.Detail)];

    /// <summary>The field with the error that is its own.</summary>
    public static FieldView On(FieldView field, IEnumerable<ErrorView> errors) =>
        field with
        {
            Error = errors.FirstOrDefault(error => error.FieldId == field.ElementId)?.Sentence,
        };

    private static ErrorView At(string place, string text, CustomerForm form)
    {
        var isOwn = place.StartsWith($"{form.Place}.", StringComparison.Ordinal);
        var path = (isOwn ? place[(form.Place.Length + 1)..] : place).Split('[', ']');
        var field = form.Fields.FirstOrDefault(one => isOwn && one.Name == path[0]) ?? Code(place, form);
        if (field is null)
        {
            return new ErrorView($"{Elsewhere(place)}: {text}");
        }
        var which =
            path.Length > 1 && int.TryParse(path[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? $", number {index + 1}"
                : "";
        return new ErrorView($"{field.Label}{which}: {text}", field.ElementId);
    }

    // What this form does not ask, and is not right on file.
    private static string Elsewhere(string place) =>
        place.StartsWith("$.contacts", StringComparison.Ordinal) ? "Somebody of this customer"
        : place.StartsWith("$.sites", StringComparison.Ordinal) ? "A site of this customer"
        : place.StartsWith("$.descriptions", StringComparison.Ordinal) ? "What it has of a service"
        : "The customer itself";

    // That a code is taken is said of the record, whichever of its codes it is.
    private static FieldView? Code(string place, CustomerForm form) =>
        place == "$.siteCode" ? form.Fields.FirstOrDefault(one => one.Name == "code") : null;
}

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
        var name = place.StartsWith($"{form.Place}.", StringComparison.Ordinal)
            ? place[(form.Place.Length + 1)..].Split('[')[0]
            : place;
        var field = form.Fields.FirstOrDefault(one => one.Name == name) ?? Code(place, form);
        return field is null
            ? new ErrorView($"{place}: {text}")
            : new ErrorView($"{field.Label}: {text}", field.ElementId);
    }

    // That a code is taken is said of the record, whichever of its codes it is.
    private static FieldView? Code(string place, CustomerForm form) =>
        place == "$.siteCode" ? form.Fields.FirstOrDefault(one => one.Name == "code") : null;
}

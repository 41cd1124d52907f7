using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Calls;

/// <summary>Who reports: found, picked, or typed by hand.</summary>
internal static class CallerMaker
{
    private const int Most = 8;

    public static CallerView Of(CallScene scene) =>
        scene.IsPicked
            ? new CallerView
            {
                Label = Label(scene),
                Query = scene.Form.Query,
                Picked = Picked(scene),
            }
            : new CallerView
            {
                Label = Label(scene),
                Query = scene.Form.Query,
                Matches = [.. Matches(scene)],
                Nothing = scene.Form.Query.Length is 0
                    ? null
                    : "Nobody found. Type at least three letters, or the number.",
            };

    private static string Label(CallScene scene) => scene.Mail is null ? "Caller" : "Who reports it";

    private static IEnumerable<CallerMatchView> Matches(CallScene scene)
    {
        var asked = scene.Form.Query;
        if (asked.Length == 0)
        {
            yield break;
        }
        foreach (var match in scene.Matches.SelectMany(customer => People(customer, asked)).Take(Most))
        {
            yield return match;
        }
        foreach (var customer in scene.Matches.Take(2))
        {
            yield return new($"{customer.Id}/", customer.Name, "somebody else", customer.SiteCode);
        }
        yield return new($"{CallForm.Unregistered}/", "Not on the list", "type who it is", null);
    }

    // The person whose name or number was typed comes first.
    private static IEnumerable<CallerMatchView> People(Customer customer, string asked) =>
        customer
            .Present.OrderByDescending(contact => IsMeant(contact, asked))
            .Select(contact => new CallerMatchView(
                $"{customer.Id}/{contact.Id}",
                customer.Name,
                contact.Name,
                contact.Phone
            ));

    private static bool IsMeant(Contact contact, string asked)
    {
        var digits = new string([.. asked.Where(char.IsAsciiDigit)]);
        return contact.Name.Contains(asked, StringComparison.OrdinalIgnoreCase)
            || (
                digits.Length >= 3
                && contact.Phone?.Replace(" ", "", StringComparison.Ordinal).Contains(digits, StringComparison.Ordinal)
                    == true
            );
    }

    private static PickedCallerView Picked(CallScene scene)
    {
        if (scene.Case is { State.Logged.Reporter: var reporter })
        {
            return new PickedCallerView(
                scene.Form.Picked,
                Line(reporter.CustomerName, reporter.ContactName, reporter.Phone),
                "The reference is issued to them."
            )
            {
                IsFixed = true,
            };
        }
        var referred = scene.Form.IsReferred ? new FieldView("referred", "", FieldType.Hidden) { Value = "yes" } : null;
        if (scene.Customer is not { } customer)
        {
            return new PickedCallerView(
                scene.Form.Picked,
                "Not on the list",
                "Their contract, and whether they have a first-line desk of their own, are not known: ask."
            )
            {
                Unlisted = Unlisted(scene, [new("customer-name", "School or organisation"), .. Person]),
            };
        }
        return new PickedCallerView(
            scene.Form.Picked,
            Line(customer.Name, scene.Contact?.Name ?? "somebody else", scene.Contact?.Phone ?? customer.SiteCode),
            Standing(scene, customer)
        )
        {
            Unlisted =
            [
                .. scene.Contact is null ? Unlisted(scene, Person) : [],
                .. referred is null ? [] : new[] { referred },
            ],
        };
    }

    private static FieldView[] Person =>
        [
            new("contact-name", "Their name or post"),
            new("contact-phone", "Telephone") { Optional = true },
            new("contact-email", "E-mail") { Optional = true },
        ];

    private static IReadOnlyList<FieldView> Unlisted(CallScene scene, FieldView[] fields) =>
        [.. fields.Select(scene.Form.Values.Fill)];

    private static string Standing(CallScene scene, Customer customer)
    {
        var roles =
            scene
                .Contact?.Roles.Select(id => scene.Guide.Roles.FirstOrDefault(role => role.Id == id)?.Title)
                .OfType<string>()
            ?? [];
        var known = string.Join(", ", roles);
        var way =
            scene.Bars is { } contract ? $"Their contract, {contract.Name}, has other ways to report."
            : customer.FirstLine is null ? "Contacts us directly."
            : scene.Form.IsReferred ? $"{customer.FirstLine.Name} has referred it on."
            : $"Contacts us through {customer.FirstLine.Name}.";
        var bounced = scene.Bounce is { } bounce
            ? $" Mail to {bounce.Undelivered} came back {MomentWords.Near(bounce.ReceivedAt, scene.Visit.Now, scene.Visit.Zone)}."
            : "";
        return (known.Length == 0 ? way : $"{known}. {way}") + bounced;
    }

    private static string Line(string customer, string contact, string? detail) =>
        detail is null ? $"{customer} · {contact}" : $"{customer} · {contact} · {detail}";
}

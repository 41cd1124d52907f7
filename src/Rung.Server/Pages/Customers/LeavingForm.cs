using NodaTime;
using NodaTime.Text;
using Rung.Core.Customers;
using Rung.Server.Api.Bodies;
using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Customers;

/// <summary>A customer or somebody of it leaves, or is back.</summary>
internal static class LeavingForm
{
    public static CustomerForm Of(Visit visit, Customer customer)
    {
        var back = Addresses.Customer(visit.Desk, customer.Id);
        var whole = CustomerRequest.Of(customer);
        if (customer.LeftOn is not null)
        {
            return new CustomerForm($"{customer.Name} is back", [], _ => whole with { LeftOn = null })
            {
                Says = "It is served again, with all who have not left themselves.",
                Button = "It is back",
                Done = "It is served again",
                BackHref = back,
            };
        }
        return new CustomerForm(
            $"{customer.Name} leaves",
            [LastDay(visit)],
            answers => whole with { LeftOn = Day(answers) }
        )
        {
            Says =
                "What was done for it is kept. It is not offered to callers any more, nobody of it is believed, and nothing but complaints is logged for it.",
            Button = "It leaves",
            Done = "It has left",
            BackHref = back,
            OpenOf = _ => true,
        };
    }

    /// <returns>Null: the customer has nobody under this id.</returns>
    public static CustomerForm? Of(Visit visit, Customer customer, string id)
    {
        var index = customer.Contacts.ToList().FindIndex(one => one.Id == id);
        if (index < 0)
        {
            return null;
        }
        var contact = ContactRequest.Of(customer.Contacts[index]);
        var back = Addresses.Customer(visit.Desk, customer.Id);
        if (contact.LeftOn is not null)
        {
            return new CustomerForm(
                $"{contact.Name} is back at {customer.Name}",
                [],
                _ => ContactForm.With(customer, index, contact with { LeftOn = null })
            )
            {
                Says = "They are offered and believed again.",
                Button = "They are back",
                Done = "They are there again",
                BackHref = back,
            };
        }
        return new CustomerForm(
            $"{contact.Name} leaves {customer.Name}",
            [LastDay(visit)],
            answers => ContactForm.With(customer, index, contact with { LeftOn = Day(answers) })
        )
        {
            Says =
                "They stay on file with all that was done. They are not offered to callers any more, mail from their address is a stranger's, and they see no case.",
            Button = "They leave",
            Done = "They have left",
            BackHref = back,
            OpenOf = row => row.IsOf(contact.Id, contact.Name),
            Place = $"$.contacts[{index}]",
        };
    }

    private static FieldView LastDay(Visit visit)
    {
        var today = LocalDatePattern.Iso.Format(visit.Now.InZone(visit.Zone).Date);
        return new("leftOn", "Last day", FieldType.Date)
        {
            Value = today,
            Hint = $"Like {today}, not before 1900; today or before. It counts from now on.",
        };
    }

    // A form without a day is refused before this is asked.
    private static LocalDate Day(CustomerAnswers answers) =>
        LocalDatePattern.Iso.Parse(answers.Text("leftOn")).GetValueOrThrow();
}

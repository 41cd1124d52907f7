using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Core.Time;

namespace Rung.Server.Demo.Playing;

/// <summary>A story with everything it needs to be played.</summary>
/// <param name="Starts">When its reference is issued.</param>
/// <param name="Calendar">The calendar its lengths are in: the contract's.</param>
internal sealed record Play(Guide Guide, Customer Customer, Story Story, Instant Starts, WorkingCalendar Calendar)
{
    private static readonly Duration Season = Duration.FromDays(92);

    public required Instant Opening { get; init; }

    public Contact Contact => Customer.Contacts[Story.Contact];

    public static IEnumerable<Play> Of(DemoSet set, IEnumerable<Story> stories)
    {
        foreach (var story in stories)
        {
            var customer = set.Customer(story.Customer);
            var calendar = set.Calendar(customer);
            if (AnchorOf(story.Anchor, set.Opening, calendar.Zone) is { } anchor)
            {
                var starts = StoryTime.Before(anchor, story.Starts, calendar);
                yield return new Play(set.Guide, customer, story, starts, calendar) { Opening = set.Opening };
            }
        }
    }

    /// <summary>Who reports, when they act themselves.</summary>
    public Actor Caller => new(Contact.Name, Actor.ContactRole) { ContactId = Contact.Id };

    /// <summary>Who reports, as the case keeps it.</summary>
    public Reporter Reporter()
    {
        var role = Guide.Roles.FirstOrDefault(one => Contact.Roles.Contains(one.Id))?.Title;
        return new Reporter(Customer.Id, Customer.Name, Contact.Name, role, Contact.Phone, Contact.Email)
        {
            ContactId = Contact.Id,
            Contract = Customer.Contract,
            Region = Customer.Region,
            CustomerReference = Story.CustomerReference,
        };
    }

    private static Instant? AnchorOf(Anchor anchor, Instant opening, DateTimeZone zone)
    {
        if (anchor == Anchor.Opening)
        {
            return opening;
        }
        var interval = zone.GetZoneInterval(opening);
        return interval.HasStart && opening - interval.Start < Season ? interval.Start : null;
    }
}

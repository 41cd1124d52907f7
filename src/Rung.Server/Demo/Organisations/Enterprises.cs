using NodaTime;
using Rung.Core.Customers;
using Rung.Core.Guides;

namespace Rung.Server.Demo.Organisations;

/// <summary>Three invented customers of the SMC: day and night, Jersey business hours, and one at work on the other side of the world.</summary>
internal static class Enterprises
{
    private static readonly Post Operations = new("Operations centre", "noc", "customer-contact");
    private static readonly Post Head = new("Head of IT", "head.of.it", "customer-executive", "customer-contact");
    private static readonly Post Telephony = new("Telephony manager", "telephony", "customer-contact");
    private static readonly Post Office = new("Office manager", "office", "customer-contact");

    public static IReadOnlyList<Customer> Of(Guide guide) =>
        [
            Customer(guide, "tidewater-freight", "Tidewater Freight Lines", "TFL1") with
            {
                Contract = "T24",
                Region = "jersey",
                ReferenceFormat = "TW-#####",
                Sites =
                [
                    new Site("TFL-HBR", "Harbour depot", "New North Quay, St Helier"),
                    new Site("TFL-AIR", "Airport freight shed", "L'Avenue de la Commune, St Peter"),
                ],
                Zone = DateTimeZoneProviders.Tzdb["Europe/Jersey"],
                Contacts = Post.Contacts(
                    "tidewater-freight",
                    "tidewater.example.com",
                    520,
                    [Operations, Telephony, Head]
                ),
            },
            Customer(guide, "gannet-fiduciary", "Gannet Rock Fiduciary", "GRF2") with
            {
                Contract = "BH",
                Region = "jersey",
                Zone = DateTimeZoneProviders.Tzdb["Europe/Jersey"],
                Contacts = Post.Contacts("gannet-fiduciary", "gannetrock.example.com", 530, [Office, Head]),
            },
            Customer(guide, "meridian-charts", "Meridian Charts Worldwide", "MCW3") with
            {
                Contract = "T24",
                Region = "singapore",
                ReferenceFormat = "MCW-####",
                Descriptions =
                [
                    new ServiceDescription(
                        "connectivity",
                        ["Jersey to London, two circuits", "London to Singapore, carried by another"],
                        "Which of the two circuits still answers."
                    ),
                ],
                Zone = DateTimeZoneProviders.Tzdb["Asia/Singapore"],
                Contacts = Post.Contacts(
                    "meridian-charts",
                    "meridiancharts.example.net",
                    540,
                    [Operations, Telephony, Head]
                ),
            },
        ];

    private static Customer Customer(Guide guide, string id, string name, string siteCode) =>
        new(id, guide.Document.Id, name, siteCode) { Services = [.. guide.Services.Select(service => service.Id)] };
}

using NodaTime;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Demo.Playing;

namespace Rung.Server.Demo.Organisations;

/// <summary>Thirteen invented schools, nine of them in two trusts, one with a first-line desk of its own.</summary>
internal static class Schools
{
    private const string Hartwell = "Hartwell Learning Trust";
    private const string Lantern = "Lanternlight Schools Trust";

    private static readonly Post Business = new(
        "School business manager",
        "business.manager",
        "site-administrator",
        "agreed-contact"
    );
    private static readonly Post Office = new("Office manager", "office", "nominated-person");
    private static readonly Post Network = new("Network manager", "network", "nominated-person", "test-representative");
    private static readonly Post Computing = new("Computing lead", "computing", "test-representative");
    private static readonly Post ServiceDesk = new(
        "IT service desk lead",
        "it.desk",
        "first-line-desk",
        "agreed-contact"
    );

    private static readonly IReadOnlyList<Row> Rows =
    [
        new(
            "larkmere-primary",
            "Larkmere Primary School",
            "LMP14",
            Hartwell,
            "larkmere.example.org",
            [Business, Office, Computing]
        ),
        new(
            "quillhaven-academy",
            "Quillhaven Academy",
            "QHA02",
            Hartwell,
            "quillhaven.example.org",
            [Business, Office, Network]
        ),
        new(
            "nettlewick-junior",
            "Nettlewick Junior School",
            "NWJ31",
            Hartwell,
            "nettlewick.example.org",
            [Business, Office]
        ),
        new(
            "brindle-cross-high",
            "Brindle Cross High School",
            "BCH07",
            Hartwell,
            "brindlecross.example.com",
            [Business, Office, Network]
        )
        {
            Sites = [new Site("BCH08", "Brindle Cross Sixth Form Centre", "Station Road, Brindle Cross")],
        },
        new(
            "dunnock-green-infants",
            "Dunnock Green Infants",
            "DGI19",
            Hartwell,
            "dunnockgreen.example.org",
            [Business, Office]
        ),
        new(
            "foxglove-hill-school",
            "Foxglove Hill School",
            "FHS22",
            Lantern,
            "foxglovehill.example.net",
            [Business, Office, Computing]
        ),
        new(
            "saltmarsh-academy",
            "Saltmarsh Academy",
            "SMA05",
            Lantern,
            "saltmarsh.example.net",
            [Business, Office, Network]
        )
        {
            Sites = [new Site("SMA06", "Saltmarsh Lower School", "Quay Lane, Saltmarsh")],
            Descriptions =
            [
                new ServiceDescription(
                    "web-filtering",
                    ["Staff policy", "Pupils' policy"],
                    "The address, the user and the policy it was refused under."
                ),
            ],
        },
        new(
            "thistlecombe-high",
            "Thistlecombe High School",
            "TCH11",
            Lantern,
            "thistlecombe.example.net",
            [Business, Office, Network]
        ),
        new(
            "wren-hollow-primary",
            "Wren Hollow Primary School",
            "WHP28",
            Lantern,
            "wrenhollow.example.net",
            [Business, Office]
        ),
        new(
            "pennyfold-lane",
            "Pennyfold Lane School",
            "PFL33",
            null,
            "pennyfold.example.com",
            [Business, Office, Computing]
        ),
        new(
            "amber-tor-college",
            "Amber Tor Sixth Form College",
            "ATC09",
            null,
            "ambertor.example.com",
            [Business, Office, Network]
        ),
        new("mossgate-school", "Mossgate Special School", "MGS16", null, "mossgate.example.org", [Business, Office])
        {
            Without = "web-hosting",
        },
        new(
            "copperbeck-college",
            "Copperbeck College",
            "CBC40",
            null,
            "copperbeck.example.com",
            [ServiceDesk, Office, Network]
        )
        {
            FirstLine = new FirstLineDesk("Copperbeck IT service desk", "01632 960399"),
            ReferenceFormat = "CB-*",
            Sites = [new Site("CBC41", "Copperbeck Farm Campus", "Beck Lane, Copperbeck")],
        },
    ];

    public static IReadOnlyList<Customer> Of(Guide guide) =>
        [.. Rows.Select((row, index) => Customer(guide, row, 300 + (index * 4)))];

    /// <summary>Two people of the college who rang us instead of their own desk. ESS-05.</summary>
    public static IReadOnlyList<Referral> Referrals(DemoSet set) =>
        [
            Referral(set, "6d 2h", "Office manager", "A projector in the library shows no picture."),
            Referral(set, "1d 1h 40m", "Head of science", "Cannot sign in since changing the password this morning."),
        ];

    private static Customer Customer(Guide guide, Row row, int firstNumber) =>
        new(row.Id, guide.Document.Id, row.Name, row.SiteCode)
        {
            Region = "england-wales",
            Group = row.Trust,
            Contract = row.FirstLine is null ? "direct" : "own-first-line",
            Zone = guide.DeskCalendar.Zone,
            Services = [.. guide.Services.Select(service => service.Id).Where(service => service != row.Without)],
            FirstLine = row.FirstLine,
            Sites = row.Sites,
            Descriptions = row.Descriptions,
            ReferenceFormat = row.ReferenceFormat,
            Contacts = Post.Contacts(row.Id, row.Domain, firstNumber, row.Posts),
        };

    private static Referral Referral(DemoSet set, string before, string caller, string reason)
    {
        var college = set.Customer("copperbeck-college");
        var at = StoryTime.Before(set.Opening, before, set.Guide.DeskCalendar);
        return new Referral(set.Guide.Document.Id, college.Id, caller, college.FirstLine!.Name, reason, at, "Agent 2");
    }

    private sealed record Row(
        string Id,
        string Name,
        string SiteCode,
        string? Trust,
        string Domain,
        IReadOnlyList<Post> Posts
    )
    {
        public FirstLineDesk? FirstLine { get; init; }
        public IReadOnlyList<Site> Sites { get; init; } = [];
        public IReadOnlyList<ServiceDescription> Descriptions { get; init; } = [];
        public string? ReferenceFormat { get; init; }

        /// <summary>A service of the desk that this school does not take.</summary>
        public string? Without { get; init; }
    }
}

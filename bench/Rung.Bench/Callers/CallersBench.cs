using Rung.Bench.Lists;
using Rung.Core.Customers;

namespace Rung.Bench.Callers;

/// <summary>How long it takes to find who calls, over HTTP, on a desk with many contacts.</summary>
internal static class CallersBench
{
    private const int PeopleOfEach = 5;
    private const int Batch = 1_000;
    private const string Api = $"/api/v1/{BenchDesk.Id}/customers?q=";

    private static readonly string[] Posts =
    [
        "Office manager",
        "Head teacher",
        "School business manager",
        "Network manager",
        "Site administrator",
    ];

    public static async Task Run(Report report, Sizes sizes)
    {
        var customers = Math.Max(1, sizes.Contacts / PeopleOfEach);
        Report.Chapter(
            $"Who calls, among {sizes.Contacts:N0} contacts of {customers:N0} customers, over HTTP: p95 of {sizes.Asked} different requests each"
        );
        using var temporary = new TemporaryFolder();
        await using var desk = await BenchDesk.Open(temporary.Of("callers"), LargeDesk.Now);
        for (var first = 0; first < customers; first += Batch)
        {
            var count = Math.Min(Batch, customers - first);
            await desk.Database.Customers.Save([.. Enumerable.Range(first, count).Select(Customer)]);
        }
        await desk.Start();
        using var client = new HttpClient { BaseAddress = desk.Address };
        client.DefaultRequestHeaders.Add("Rung-Actor", "Engineer 7");
        foreach (var question in Questions(customers))
        {
            report.Add(await ListsBench.Ask(client, question, sizes));
        }
    }

    private static Question[] Questions(int customers) =>
        [
            new("caller, three letters of a name", random => Asked(Vocabulary.Name(random.Next(customers))[..3])),
            new("caller, three letters that everybody has", random => Asked(Posts[random.Next(Posts.Length)][..3])),
            new("caller, a whole number", random => Asked(Phone(random.Next(customers), random.Next(PeopleOfEach)))),
            new("caller, the last six digits", random => Asked(Phone(random.Next(customers), 0)[^6..])),
            new("caller, a site code", random => Asked($"S{random.Next(customers):D5}")),
            new("caller, nobody", random => Asked($"zz{(char)('a' + random.Next(26))}")),
        ];

    private static string Asked(string text) => $"{Api}{Uri.EscapeDataString(text)}";

    private static Customer Customer(int number) =>
        BenchDesk.Customer(number) with
        {
            Contacts =
            [
                .. Posts.Select(
                    (post, at) =>
                        new Contact(
                            $"person-{at}",
                            post,
                            Phone(number, at),
                            $"person-{at}@school-{number}.example.org",
                            []
                        )
                ),
            ],
        };

    // Different for each, which the numbers that are kept free for drama are too few for.
    private static string Phone(int number, int person) => $"00000 {(number * PeopleOfEach) + person:D6}";
}

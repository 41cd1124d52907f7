namespace Rung.Bench.Lists;

/// <summary>What people ask of lists.</summary>
internal static class Questions
{
    private const string Api = $"/api/v1/{BenchDesk.Id}/";

    public static IEnumerable<Question> All(CaseMaker maker, Sizes sizes)
    {
        var common = Vocabulary.All.Take(20).ToArray();
        string Any(Random random) => Vocabulary.All[random.Next(Vocabulary.All.Count)];
        string Search(string text) => $"{Api}search?q={Uri.EscapeDataString(text)}";
        long Id(Random random) => random.Next(1, maker.Count + 1);
        return
        [
            new("queue, first page", _ => $"{Api}queue"),
            new("queue, page after page", _ => $"{Api}queue") { IsWalked = true },
            new("queue, by due", _ => $"{Api}queue?sort=due"),
            new("queue, mine", random => $"{Api}queue?view=mine&owner=Engineer%20{random.Next(40)}"),
            new(
                "queue, mine, newest first",
                random => $"{Api}queue?view=mine&owner=Engineer%20{random.Next(40)}&sort=newestFirst"
            ),
            new("all cases, page after page", _ => $"{Api}queue?view=all") { IsWalked = true },
            new("queue, on hold", _ => $"{Api}queue?view=onHold"),
            new("queue, one priority, unassigned", _ => $"{Api}queue?view=unassigned&priority=P4"),
            new(
                "queue, one customer",
                random => $"{Api}queue?view=all&customer=school-{random.Next(LargeDesk.Customers)}"
            ),
            new("closed, newest first, page after page", _ => $"{Api}queue?view=closed&sort=newestFirst")
            {
                IsWalked = true,
            },
            new("closed, in the queue's order, page after page", _ => $"{Api}queue?view=closed&sort=queue")
            {
                IsWalked = true,
            },
            new("closed, by due", _ => $"{Api}queue?view=closed&sort=due"),
            new("counts of all views", _ => $"{Api}queue/counts?owner=Engineer%207"),
            new("queue, the page that people see", _ => $"/{BenchDesk.Id}/queue"),
            new("search, reference", random => Search(maker.Reference(Id(random)).Text)),
            new("search, customer's reference", random => Search(CaseMaker.CustomerReference(Id(random)))),
            new("search, telephone number", random => Search(BenchDesk.Phone(random.Next(LargeDesk.Customers)))),
            new("search, one word", random => Search(Any(random))) { IsText = true },
            new("search, a common word", random => Search(common[random.Next(common.Length)])) { IsText = true },
            new("search, two words", random => Search($"{Any(random)} {Any(random)}")) { IsText = true },
            new(
                "search, two common words and a third",
                random => Search($"{common[random.Next(20)]} {common[random.Next(20)]} {Any(random)}")
            )
            {
                IsText = true,
            },
            new("search, the beginning of a word", random => Search(Any(random)[..3])) { IsText = true },
        ];
    }
}

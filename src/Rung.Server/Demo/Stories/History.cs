using Rung.Core.Customers;
using Rung.Server.Demo.Playing;

namespace Rung.Server.Demo.Stories;

/// <summary>Spreads rows of the past over customers and the last three months.</summary>
internal sealed class History(IReadOnlyList<Customer> customers, Random random, Pace pace)
{
    // Long enough ago that every life has come to its end.
    private const int Latest = 12;
    private const int Earliest = 61;

    private readonly Lives _lives = new(random, pace);

    public IEnumerable<Story> Tell(IReadOnlyList<Past> rows)
    {
        foreach (var row in rows)
        {
            var customer = Takers(row.What).ToList().Any(random);
            yield return new Story(Ago(row.Life), customer.Id, row.Source, row.What, row.Subject, row.Details)
            {
                Contact = random.Next(customer.Contacts.Count),
                Steps = _lives.Of(row),
            };
        }
    }

    // Customers that take the service and come to us directly.
    private IEnumerable<Customer> Takers(What what) =>
        customers.Where(one => one.FirstLine is null && what.Services.All(one.Services.Contains));

    private string Ago(CaseCourse life)
    {
        var days = random.Next(life == CaseCourse.Changed ? Latest + 10 : Latest, Earliest);
        return $"{days}d {random.Next(8)}h {random.Next(60)}m";
    }
}

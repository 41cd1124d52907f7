using Microsoft.AspNetCore.Http.Extensions;
using NodaTime;
using NodaTime.Text;
using Rung.Core.Guides;
using Rung.Server.Audit;
using Rung.Server.Pages.Forms;
using Rung.Storage.Audit;

namespace Rung.Server.Pages.Trail;

/// <summary>Which entries of the audit trail somebody asks for, by the address of the page.</summary>
internal sealed class TrailAsk
{
    private const string Where = "where";
    private const string Who = "who";
    private const string What = "what";
    private const string About = "about";
    private const string FromDay = "from";
    private const string ToDay = "to";
    private const string Before = "before";

    private readonly FormValues _asked;
    private readonly IReadOnlyList<TrailArea> _areas;

    public TrailAsk(HttpContext context, IReadOnlyList<TrailArea> areas, IReadOnlyList<Guide> desks)
    {
        _asked = new FormValues(context.Request.Query.ToDictionary(StringComparer.Ordinal));
        _areas = areas;
        Area = areas.FirstOrDefault(area => area.Id == _asked.Text(Where)) ?? areas[0];
        Zone = (Area.Desk ?? desks[0]).DeskCalendar.Zone;
        Fields = [.. All().Select(_asked.Fill)];
        Fault = _asked.Fault(
            Fields.Where(field => field.Type != FieldType.Select || _asked.Maybe(field.Name) is not null)
        );
    }

    /// <summary>The part that is read.</summary>
    public TrailArea Area { get; }

    /// <summary>Whose days are meant.</summary>
    public DateTimeZone Zone { get; }

    public IReadOnlyList<FieldView> Fields { get; }

    /// <summary>What cannot be understood of it; null: nothing.</summary>
    public ErrorView? Fault { get; }

    public AuditQuery Query(int take) =>
        new(take)
        {
            Areas = Area.Paths,
            Who = _asked.Maybe(Who),
            What = _asked.Maybe(What),
            About = _asked.Maybe(About),
            From = Day(FromDay) is { } from ? Zone.AtStartOfDay(from).ToInstant() : null,
            Until = Day(ToDay) is { } to ? Zone.AtStartOfDay(to.PlusDays(1)).ToInstant() : null,
            Before = long.TryParse(_asked.Text(Before), out var before) ? before : null,
        };

    /// <summary>What is done by this person.</summary>
    public string By(string who) => Address(Hosting.Addresses.Audit, (Who, who));

    /// <summary>What is done to this.</summary>
    public string To(string about) => Address(Hosting.Addresses.Audit, (About, about));

    public string Older(long before) => Address(Hosting.Addresses.Audit, (Before, $"{before}"));

    /// <summary>The same as a page.</summary>
    public string Here => Address(Hosting.Addresses.Audit);

    /// <summary>The same as a sheet.</summary>
    public string Sheet => Address(Hosting.Addresses.AuditExport);

    private string Address(string path, params (string Name, string Value)[] set)
    {
        // What is asked anew begins with the newest.
        var kept = Fields.Select(field => field.Name).Where(name => set.All(one => one.Name != name));
        var all = kept.Select(name => (name, _asked.Text(name))).Concat(set).Where(one => one.Item2.Length > 0);
        return path + new QueryBuilder(all.Select(one => KeyValuePair.Create(one.Item1, one.Item2)));
    }

    private LocalDate? Day(string name) =>
        _asked.Maybe(name) is { } typed && LocalDatePattern.Iso.Parse(typed) is { Success: true, Value: var day }
            ? day
            : null;

    private IEnumerable<FieldView> All()
    {
        if (_areas.Count > 1)
        {
            yield return FieldView.Select(Where, "Part", Area.Id, _areas.Select(area => (area.Id, area.Name)));
        }
        yield return new(Who, "Who") { Hint = "The whole name, as it is written here.", Optional = true };
        yield return FieldView.Select(
            What,
            "What",
            "",
            [("", "Anything"), .. Deed.All.Select(deed => (deed, Words(deed)))]
        );
        yield return new(About, "About")
        {
            Hint = "What an address begins with: /schools-desk/cases/R-7K4-239",
            Optional = true,
        };
        yield return new(FromDay, "From", FieldType.Date) { Optional = true };
        yield return new(ToDay, "To", FieldType.Date) { Optional = true };
    }

    private static string Words(string deed) => char.ToUpperInvariant(deed[0]) + deed[1..];
}

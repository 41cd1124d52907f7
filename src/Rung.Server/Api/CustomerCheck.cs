using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api;

/// <summary>Whether a customer can be put on file; everything that is wrong is told at once.</summary>
internal sealed class CustomerCheck
{
    private const int LongestName = OneLine.Name;
    private const int LongestCode = 40;
    private const int LongestAddress = 254;
    private const int LongestTriage = 2000;
    private const int MostContacts = 500;
    private const int MostSites = 500;

    private static readonly LocalDate Earliest = new(1900, 1, 1);

    private readonly Guide _guide;
    private readonly LocalDate _today;
    private readonly CustomerRequest? _passed;
    private readonly string[] _roles;
    private readonly Dictionary<string, IReadOnlyList<string>> _wrong = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _unknown = [];
    private readonly HashSet<string> _codes = new(StringComparer.OrdinalIgnoreCase);

    private CustomerCheck(Guide guide, LocalDate today, CustomerRequest? passed)
    {
        (_guide, _today, _passed) = (guide, today, passed);
        _roles = [.. guide.Roles.Where(one => one.Side == RoleSide.Customer).Select(one => one.Id)];
    }

    /// <summary>Null: nothing is wrong.</summary>
    /// <param name="passed">
    /// The customer as it was when nothing was wrong: the very sites and contacts that it had in the same places are not
    /// looked at again, but for what they have to do with the others.
    /// </param>
    public static ProblemAnswer? Of(
        Guide guide,
        LocalDate today,
        CustomerRequest request,
        CustomerRequest? passed = null
    )
    {
        var check = new CustomerCheck(guide, today, passed);
        check.Organisation(request);
        check.FirstLine(request);
        check.Sites(request);
        check.Descriptions(request);
        check.Contacts(request.Contacts ?? []);
        return check._wrong.Count > 0 ? Refusing.Because(ProblemKind.Of(RefusalCode.InvalidInput), check._wrong)
            : check._unknown.Count > 0 ? Refusing.Because(ProblemKind.Of(RefusalCode.UnknownInGuide), check._unknown)
            : null;
    }

    private void Organisation(CustomerRequest request)
    {
        Needed("$.name", request.Name, LongestName);
        Needed("$.siteCode", request.SiteCode, LongestCode);
        Text("$.region", request.Region, LongestName);
        Text("$.group", request.Group, LongestName);
        if (request.Zone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            _wrong["$.zone"] = ["There is no such time zone: use an IANA name such as Europe/London."];
        }
        if (request.Contract is { } contract)
        {
            Known("$.contract", [contract], [.. _guide.Contracts.Select(one => one.Id)]);
        }
        Left("$.leftOn", request.LeftOn);
        if (request.ReferenceFormat is { } format && ReferenceFormat.Fault(format.Trim()) is { } fault)
        {
            _wrong["$.referenceFormat"] = [$"It {fault}. # is a digit, * digits, @ a letter, all else itself: CB-*."];
        }
        Known("$.services", request.Services ?? [], [.. _guide.Services.Select(one => one.Id)]);
    }

    private void FirstLine(CustomerRequest request)
    {
        if (request.FirstLine is { } desk)
        {
            Needed("$.firstLine.name", desk.Name, LongestName);
            Phone("$.firstLine.phone", desk.Phone);
            Needed("$.firstLine.phone", desk.Phone, LongestCode);
        }
    }

    private void Sites(CustomerRequest request)
    {
        var sites = request.Sites ?? [];
        if (sites.Count > MostSites)
        {
            _wrong["$.sites"] = [$"A customer has at most {MostSites} sites."];
            return;
        }
        _codes.Add(request.SiteCode.Trim());
        foreach (var (index, site) in sites.Index())
        {
            if (!HasPassed(_passed?.Sites, index, site))
            {
                Site($"$.sites[{index}]", site);
            }
            if (site?.Code is { } code && !_codes.Add(code.Trim()))
            {
                _wrong[$"$.sites[{index}].code"] = ["Another site of this customer has this code: choose a new one."];
            }
        }
    }

    private void Site(string place, Site? site)
    {
        if (site is null)
        {
            _wrong[place] = ["A site is expected here."];
            return;
        }
        Needed($"{place}.code", site.Code, LongestCode);
        Needed($"{place}.name", site.Name, LongestName);
        Text($"{place}.address", site.Address, LongestAddress);
    }

    private void Descriptions(CustomerRequest request)
    {
        foreach (var (index, described) in (request.Descriptions ?? []).Index())
        {
            var place = $"$.descriptions[{index}]";
            if (described?.Service is null || described.Components is null)
            {
                _wrong[place] = ["A service and its components are expected here."];
                continue;
            }
            Known($"{place}.service", [described.Service], request.Services ?? []);
            foreach (var (part, component) in described.Components.Index())
            {
                Needed($"{place}.components[{part}]", component, LongestName);
            }
            Text($"{place}.triage", described.Triage, LongestTriage);
        }
    }

    private void Contacts(IReadOnlyList<ContactRequest> contacts)
    {
        // Whoever has left stays on file, however many they become.
        if (contacts.Count(one => one?.LeftOn is null) > MostContacts)
        {
            _wrong["$.contacts"] = [$"A customer has at most {MostContacts} contacts."];
            return;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < contacts.Count; index++)
        {
            // JSON's null is an element like any other to the reader.
            if (contacts[index] is not { } contact)
            {
                _wrong[$"$.contacts[{index}]"] = ["A contact is expected here."];
                continue;
            }
            if (!HasPassed(_passed?.Contacts, index, contact))
            {
                Contact($"$.contacts[{index}]", contact);
            }
            if (contact.Site is { } site && !_codes.Contains(site))
            {
                _wrong[$"$.contacts[{index}].site"] = ["The customer has no site with this code."];
            }
            if (!seen.Add(contact.Id))
            {
                _wrong[$"$.contacts[{index}].id"] = ["Another contact of this customer has this id: choose a new one."];
            }
        }
    }

    private void Contact(string place, ContactRequest contact)
    {
        Needed($"{place}.id", contact.Id, LongestCode);
        Needed($"{place}.name", contact.Name, LongestName);
        Phone($"{place}.phone", contact.Phone);
        if (contact.Email is { } address && EmailAddress.Fault(address) is { } fault)
        {
            _wrong[$"{place}.email"] = [$"It {fault}"];
        }
        Left($"{place}.leftOn", contact.LeftOn);
        Known($"{place}.roles", contact.Roles ?? [], _roles);
    }

    private static bool HasPassed<T>(IReadOnlyList<T>? passed, int index, T one)
        where T : class => index < passed?.Count && ReferenceEquals(passed[index], one);

    private void Left(string place, LocalDate? on)
    {
        if (on > _today)
        {
            _wrong[place] = ["It is to come yet: say so on the day."];
        }
        else if (on < Earliest)
        {
            _wrong[place] = [$"It is before {Earliest.Year}: is the year right?"];
        }
    }

    private void Phone(string place, string? number)
    {
        Text(place, number, LongestCode);
        if (!string.IsNullOrWhiteSpace(number) && !number.Any(char.IsAsciiDigit))
        {
            _wrong[place] = ["It has no digit: write a telephone number like 01632 960100."];
        }
    }

    private void Needed(string place, string text, int longest)
    {
        if (OneLine.Fault(text, longest) is { } fault)
        {
            _wrong[place] = [$"It {fault}"];
        }
    }

    private void Text(string place, string? text, int longest)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Needed(place, text, longest);
        }
    }

    private void Known(string place, IEnumerable<string> given, IReadOnlyList<string> known)
    {
        if (given.FirstOrDefault(one => !known.Contains(one)) is { } unknown)
        {
            var there = known.Count == 0 ? "it has none" : $"there are {string.Join(", ", known)}";
            _unknown[place] = [$"There is no {OneLine.Start(unknown)} here: {there}."];
        }
    }
}

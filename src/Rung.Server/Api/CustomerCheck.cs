using NodaTime;
using Rung.Core.Cases;
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
    private const int MostContacts = 500;

    private readonly Guide _guide;
    private readonly Dictionary<string, IReadOnlyList<string>> _wrong = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _unknown = [];

    private CustomerCheck(Guide guide) => _guide = guide;

    /// <summary>Null: nothing is wrong.</summary>
    public static ProblemAnswer? Of(Guide guide, CustomerRequest request)
    {
        var check = new CustomerCheck(guide);
        check.Organisation(request);
        check.FirstLine(request);
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
        Known("$.services", request.Services ?? [], [.. _guide.Services.Select(one => one.Id)]);
    }

    private void FirstLine(CustomerRequest request)
    {
        if (request.FirstLine is { } desk)
        {
            Needed("$.firstLine.name", desk.Name, LongestName);
            Needed("$.firstLine.phone", desk.Phone, LongestCode);
        }
    }

    private void Contacts(IReadOnlyList<ContactRequest> contacts)
    {
        if (contacts.Count > MostContacts)
        {
            _wrong["$.contacts"] = [$"A customer has at most {MostContacts} contacts."];
            return;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < contacts.Count; index++)
        {
            var place = $"$.contacts[{index}]";
            // JSON's null is an element like any other to the reader.
            if (contacts[index] is not { } contact)
            {
                _wrong[place] = ["A contact is expected here."];
                continue;
            }
            Contact(place, contact);
            if (!seen.Add(contact.Id))
            {
                _wrong[$"{place}.id"] = ["Another contact of this customer has this id: choose a new one."];
            }
        }
    }

    private void Contact(string place, ContactRequest contact)
    {
        Needed($"{place}.id", contact.Id, LongestCode);
        Needed($"{place}.name", contact.Name, LongestName);
        Text($"{place}.phone", contact.Phone, LongestCode);
        Text($"{place}.email", contact.Email, LongestAddress);
        if (contact.Email is { } address && address.Trim().Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            _wrong[$"{place}.email"] = ["It is no e-mail address: one @ with something on both sides."];
        }
        Known($"{place}.roles", contact.Roles ?? [], [.. _guide.Roles.Select(one => one.Id)]);
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

    private void Known(string place, IEnumerable<string> given, string[] known)
    {
        if (given.FirstOrDefault(one => !known.Contains(one)) is { } unknown)
        {
            var shown = unknown.Length > 40 ? unknown[..40] + "…" : unknown;
            var there = known.Length == 0 ? "it has none" : $"there are {string.Join(", ", known)}";
            _unknown[place] = [$"The guide has no {shown}: {there}."];
        }
    }
}

using Rung.Core.Cases.Telling;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;
using Rung.Core.Scenarios.Running;

namespace Rung.Core.Scenarios.Reading;

/// <summary>
/// Expectations of mails: <c>mails</c> since the step before, as a number or one by one; <c>mailsInAll</c>;
/// <c>oneThread</c>, which asks that all mails of the case have one subject with its reference in it.
/// </summary>
internal sealed class MailExpectations(Cast cast)
{
    private const string OneSubject = "one subject with the reference in it";

    public IEnumerable<Expectation> Read(MapReader map)
    {
        var node = map.Find("mails");
        if (node is YamlScalar && map.OptionalWhole("mails", 0, 1000) is { } count)
        {
            yield return Counted(node, "mails", count, seen => seen.FreshMails);
        }
        if (node is not (null or YamlScalar))
        {
            var number = 0;
            var mails = map.List("mails", "a mail", mail => Mail(mail, number++));
            yield return Counted(node, "mails", mails.Count, seen => seen.FreshMails);
            foreach (var part in mails.SelectMany(mail => mail))
            {
                yield return part;
            }
        }
        if (map.Find("mailsInAll") is { } all && map.OptionalWhole("mailsInAll", 0, 1000) is { } total)
        {
            yield return Counted(all, "mailsInAll", total, seen => seen.Mails);
        }
        if (map.Permission("oneThread", Permission.No) == Permission.Yes)
        {
            yield return new Expectation(map.PlaceOf("oneThread").Line, "oneThread", OneSubject, OneThread);
        }
    }

    private static Expectation Counted(
        YamlNode node,
        string what,
        int wanted,
        Func<Observation, IReadOnlyList<OutgoingMessage>> find
    ) =>
        new(
            node.Place.Line,
            what,
            $"{wanted}",
            seen =>
                find(seen) is var mails && mails.Count == wanted
                    ? $"{wanted}"
                    : $"{mails.Count} ({string.Join(", ", mails.Select(mail => mail.Rule))})"
        );

    private List<Expectation> Mail(MapReader mail, int index)
    {
        var found = new List<Expectation>();
        if (mail.OptionalUse("rule", NameKind.Notification) is { } rule)
        {
            found.Add(Part(mail, ("rule", index), rule, sent => sent.Rule));
        }
        if (mail.OptionalText("to") is { } to)
        {
            found.Add(
                Part(
                    mail,
                    ("to", index),
                    cast.Address(to),
                    sent => sent.To ?? sent.Audience.Role ?? Words.Of(sent.Audience.Kind)
                )
            );
        }
        found.AddRange(mail.Texts("subject").Select(text => Says(mail, "subject", index, text)));
        found.AddRange(mail.Texts("text").Select(text => Says(mail, "text", index, text)));
        found.AddRange(
            mail.Texts("not")
                .Select(text => Part(mail, ("not", index), $"no \"{text}\"", sent => Lacking(sent.Text, text)))
        );
        return found;
    }

    // {alias} stands for the reference of that case.
    private static Expectation Says(MapReader mail, string key, int index, string wanted) =>
        new(
            mail.PlaceOf(key).Line,
            $"mails[{index + 1}].{key}",
            wanted,
            seen =>
                index >= seen.FreshMails.Count ? "no such mail"
                : (key == "subject" ? seen.FreshMails[index].Subject : seen.FreshMails[index].Text) is var text
                && Plain(text).Contains(Plain(seen.Fill(wanted)), StringComparison.Ordinal)
                    ? wanted
                : text
        );

    private static Expectation Part(
        MapReader mail,
        (string Key, int Index) part,
        string wanted,
        Func<OutgoingMessage, string> actual
    ) =>
        new(
            mail.PlaceOf(part.Key).Line,
            $"mails[{part.Index + 1}].{part.Key}",
            wanted,
            seen => part.Index < seen.FreshMails.Count ? actual(seen.FreshMails[part.Index]) : "no such mail"
        );

    private static string Lacking(string text, string unwanted) =>
        Plain(text).Contains(Plain(unwanted), StringComparison.Ordinal) ? text : $"no \"{unwanted}\"";

    // Where a line is broken is of no interest.
    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string OneThread(Observation seen)
    {
        var subjects = seen.Mails.Select(mail => mail.Subject).Distinct().ToList();
        var reference = seen.State?.Reference.Text;
        return subjects.Count == 1 && reference is not null && subjects[0].Contains(reference, StringComparison.Ordinal)
            ? OneSubject
            : string.Join(" | ", subjects);
    }
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Guides.Reading;
using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Scenarios.Reading;

/// <summary>Reads <c>do</c>: one act, as a mapping with its name as the only key, or as its name alone.</summary>
internal sealed class ActReader
{
    private static readonly Act Nothing = new("", Command: null);

    private readonly Guide _guide;
    private readonly LogReader _log;
    private readonly Dictionary<string, Func<MapReader, string, Act>> _readers;

    public ActReader(Guide guide, Cast cast)
    {
        _guide = guide;
        _log = new LogReader(guide, cast);
        _readers = Readers();
        foreach (var (name, read) in new EscalationActs(guide, cast).All)
        {
            _readers.Add(name, Mapped(read));
        }
        foreach (var (name, read) in ComplaintActs.All)
        {
            _readers.Add(name, Mapped(read));
        }
        var complaints = new ComplaintActs(guide, cast);
        _readers.Add("complain", (map, key) => _log.Complain(map, key, complaints));
        _readers.Add("redirect", complaints.Redirect);
        var mails = new MailActs(guide, cast, _log);
        _readers.Add("receive", mails.Receive);
        _readers.Add("logMail", mails.Log);
    }

    public Act Read(MapReader step)
    {
        var node = step.Find("do");
        if (node is YamlScalar { IsEmpty: false } name)
        {
            node = new YamlMap(name.Place, [new YamlEntry(name.Text, name.Place, YamlMap.Empty)]);
        }
        return node is not null && step.AsMap("do", node) is { } map
            ? MapReader.Read(step.Context, map, "`do`", act => One(act, map))
            : Nothing;
    }

    private Act One(MapReader map, YamlMap written)
    {
        if (written.Entries.Count > 0 && !_readers.Keys.Any(map.Has))
        {
            // A name that nothing is called is one mistake, and is reported as that.
            _readers.Keys.ToList().ForEach(name => map.Find(name));
            return Nothing;
        }
        return map.OneOf([.. _readers.Keys]) is { } name ? _readers[name](map, name) : Nothing;
    }

    private Dictionary<string, Func<MapReader, string, Act>> Readers() =>
        new()
        {
            ["log"] = _log.Read,
            ["answer"] = Mapped(map => new AnswerIntake(
                map.Uses("services", NameKind.Service),
                _log.Answers(map),
                map.Word("intake", IntakeState.Finished)
            )),
            ["priority"] = Mapped(map => new SetPriority(
                map.Use("to", NameKind.Priority),
                map.OptionalText("with"),
                map.OptionalText("reason")
            )),
            ["assign"] = Said(text => new Assign(text)),
            ["hold"] = Mapped(map => new Hold(map.Use("reason", NameKind.HoldReason), map.Text("awaiting"))),
            ["resume"] = Mapped(_ => new Resume()),
            ["wait"] = Mapped(map => new BeginWait(map.Use("reason", NameKind.WaitReason), map.Text("for"))),
            ["endWait"] = Mapped(_ => new EndWait()),
            ["update"] = Spoken((text, channel) => new SendUpdate(text, channel)),
            ["note"] = Said(text => new AddNote(text)),
            ["reply"] = Spoken((text, channel) => new RecordReply(text, channel)),
            ["automaticMail"] = Said(text => new RecordAutomaticMail(text)),
            ["askForUpdate"] = Spoken((text, channel) => new RecordUpdateRequest(text, channel)),
            ["flag"] = Mapped(Flag),
            ["nightContact"] = Mapped(map => new AgreeOutOfHoursContact(map.Text("contact"), map.Text("reachedBy"))),
            ["disposition"] = Mapped(Disposition),
            ["resolve"] = Mapped(Resolve),
            ["reject"] = Said(text => new RejectResolution(text)),
            ["confirm"] = Mapped(map => new ConfirmResolution(map.OptionalText("text"))),
            ["attempt"] = Mapped(map => new RecordAttempt(
                map.Word("channel", Channel.Phone),
                map.OptionalText("outcome")
            )),
            ["call"] = Mapped(map => new RecordCall(map.Word<CallOutcome>("outcome"), map.OptionalText("text"))),
            ["rfo"] = Rfo,
            ["explainBreach"] = Mapped(map => new ExplainBreach(
                map.Use("target", NameKind.Target),
                map.Text("reason"),
                map.OptionalText("text")
            )),
            ["passOn"] = Mapped(map => new PassOn(map.Text("to"), map.Text("text"))),
            ["close"] = Mapped(_ => new Close()),
            ["reopen"] = Mapped(_ => new Reopen()),
            ["link"] = Link,
            ["unlink"] = Unlink,
            ["cover"] = Covering((other, why) => new LinkTo(other, LinkKind.Covers) { Reason = why }),
            ["uncover"] = Covering((other, why) => new Unlink(other, why) { Kind = LinkKind.Covers }),
        };

    private static Func<MapReader, string, Act> Mapped(Func<MapReader, CaseCommand> read) =>
        (map, key) => map.Map(key, $"`{key}`", read) is { } command ? new Act(key, _ => command) : Nothing;

    private static Func<MapReader, string, Act> Said(Func<string, CaseCommand> make) =>
        (map, key) =>
        {
            var command = make(map.Text(key));
            return new Act(key, _ => command);
        };

    // Words alone, or words with the channel they came by.
    private static Func<MapReader, string, Act> Spoken(Func<string, Channel, CaseCommand> make) =>
        (map, key) =>
            map.Find(key) is YamlMap
                ? Mapped(said => make(said.Text("text"), said.Word("channel", Channel.Email)))(map, key)
                : Said(text => make(text, Channel.Email))(map, key);

    // Words alone, or words with who approved them.
    private static Act Rfo(MapReader map, string key) =>
        map.Find(key) is YamlMap
            ? Mapped(said => new WriteRfo(said.Text("text")) { ApprovedBy = said.OptionalText("approvedBy") })(map, key)
            : Said(text => new WriteRfo(text))(map, key);

    private static SetFlag Flag(MapReader map)
    {
        var way = map.OneOf("set", "unset") ?? "set";
        return new SetFlag(
            map.OptionalUse(way, NameKind.Flag) ?? "",
            way == "set" ? FlagValue.Set : FlagValue.Unset,
            map.Text("reason")
        );
    }

    private GiveDisposition Disposition(MapReader map)
    {
        var expected = map.Has("expected") ? map.Date("expected") : (LocalDate?)null;
        map.Find("expected");
        return new GiveDisposition(
            map.Use("outcome", NameKind.Disposition),
            map.Text("text", _guide.Dispositions is [var first, ..] ? first.Plain : "Done"),
            map.OptionalText("circumvention"),
            expected
        );
    }

    private static Resolve Resolve(MapReader map) =>
        new(
            map.Text("text", "Done"),
            map.Word("confirmation", Confirmation.Required),
            map.Word("where", ResolvedWhere.Later)
        );

    private static Act Link(MapReader map, string key) =>
        map.Map(key, "`link`", link => (To: link.Use("to", NameKind.Case), As: link.Word<Belongs>("as")).ToTuple())
            is { } link
            ? new Act(key, reference => new LinkTo(reference(link.Item1), Kind(link.Item2)))
            : Nothing;

    private static LinkKind Kind(Belongs to) => to == Belongs.Parent ? LinkKind.Parent : LinkKind.Child;

    private static Func<MapReader, string, Act> Covering(Func<CaseReference, string, CaseCommand> make) =>
        (map, key) =>
            map.Map(
                key,
                $"`{key}`",
                said => (Other: said.Use("other", NameKind.Case), Why: said.Text("reason")).ToTuple()
            )
                is { } said
                ? new Act(key, reference => make(reference(said.Item1), said.Item2))
                : Nothing;

    private static Act Unlink(MapReader map, string key) =>
        map.Map(key, "`unlink`", link => (From: link.Use("from", NameKind.Case), Reason: link.Text("reason")).ToTuple())
            is { } link
            ? new Act(key, reference => new Unlink(reference(link.Item1), link.Item2))
            : Nothing;

    // What is linked to is the incident, or a call about it; the other kinds of link have acts of their own.
    private enum Belongs
    {
        Parent,
        Child,
    }
}

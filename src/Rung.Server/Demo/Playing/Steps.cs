using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Escalations;
using Rung.Core.Guides;

namespace Rung.Server.Demo.Playing;

/// <summary>The words of the stories: each is one command by the one who would give it.</summary>
internal static class Steps
{
    public static StoryStep Take(string after, int engineer) =>
        new(after, Part.Agent, new Assign($"Engineer {engineer}"));

    public static StoryStep Update(string after, string text) => new(after, Part.Engineer, new SendUpdate(text));

    public static StoryStep Say(string after, string text) =>
        new(after, Part.Engineer, new SendUpdate(text, Channel.Phone));

    public static StoryStep Note(string after, string text) => new(after, Part.Engineer, new AddNote(text));

    public static StoryStep Hold(string after, string reason, string awaiting) =>
        new(after, Part.Engineer, new Hold(reason, awaiting));

    public static StoryStep Ask(string after, string awaiting) => Hold(after, "information", awaiting);

    public static StoryStep Resume(string after) => new(after, Part.Engineer, new Resume());

    public static StoryStep Wait(string after, string reason, string forWhat) =>
        new(after, Part.Engineer, new BeginWait(reason, forWhat));

    public static StoryStep Waited(string after) => new(after, Part.Engineer, new EndWait());

    public static StoryStep Reply(string after, string text, Channel channel = Channel.Email) =>
        new(after, Part.Contact, new RecordReply(text, channel));

    public static StoryStep Chase(string after, string text, Channel channel = Channel.Phone) =>
        new(after, Part.Contact, new RecordUpdateRequest(text, channel));

    public static StoryStep AwayMail(string after, string text) =>
        new(after, Part.Agent, new RecordAutomaticMail(text));

    public static StoryStep Fix(string after, string text) =>
        new(after, Part.Engineer, new Resolve(text, Confirmation.Required));

    public static StoryStep Done(string after, string text) =>
        new(after, Part.Engineer, new Resolve(text, Confirmation.NotRequired));

    public static StoryStep OnCall(string after, string text) =>
        new(after, Part.Agent, new Resolve(text, Confirmation.NotRequired, ResolvedWhere.OnFirstCall));

    public static StoryStep Confirm(string after, string? text = null) =>
        new(after, Part.Contact, new ConfirmResolution(text));

    public static StoryStep NotFixed(string after, string text) => new(after, Part.Contact, new RejectResolution(text));

    /// <summary>What is not for the desk goes to the team of a route.</summary>
    public static StoryStep PassOn(string after, string route, string text) =>
        new(after, Part.Agent, new PassOn(route, text));

    public static StoryStep Ring(string after, string outcome) =>
        new(after, Part.Agent, new RecordAttempt(Channel.Phone, outcome));

    /// <summary>The customer rings to escalate; a call-back is agreed so many minutes on.</summary>
    public static StoryStep Escalate(string after, string reason, int callBack) =>
        new(
            after,
            Part.Agent,
            scene => new Escalate
            {
                SeenLevel = 0,
                From = scene.Contact.Name,
                Number = Telephone(scene.Play.Guide),
                Reasons = [reason],
                Acknowledged = true,
                CallBack = scene.At + NodaTime.Duration.FromMinutes(callBack),
            }
        );

    /// <summary>And once more, from the level that it has reached to the next.</summary>
    public static StoryStep EscalateFrom(int level, string after, string reason, int callBack) =>
        new(
            after,
            Part.Agent,
            scene => (Escalate)Escalate(after, reason, callBack).Command(scene) with { SeenLevel = level }
        );

    public static StoryStep Engage(string after, int level, string person) =>
        new(after, Part.Agent, new Engage { Level = level, Person = person });

    /// <summary>The customer is called back; where minutes are given, a contact every so many is agreed.</summary>
    public static StoryStep CallBack(string after, string text, int? every = null) =>
        new(after, Part.Agent, new CallBack(text, every is null ? null : new PlanRequest { EveryMinutes = every }));

    public static StoryStep Contact(string after, string text) =>
        new(after, Part.Agent, new RecordPlannedContact(text));

    public static StoryStep Rfo(string after, string text) => new(after, Part.Engineer, new WriteRfo(text));

    public static StoryStep Explain(string after, string reason, string text) =>
        new(after, Part.Leader, new ExplainBreach("resolve", reason, text));

    public static StoryStep Raise(string after, string priority, string reason) =>
        new(after, Part.Leader, scene => new SetPriority(priority, scene.Contact.Name, reason));

    public static StoryStep Lower(string after, string priority, string fact) =>
        new(after, Part.Engineer, new SetPriority(priority, null, fact));

    public static StoryStep Flag(string after, string flag, string reason) =>
        new(after, Part.Leader, new SetFlag(flag, FlagValue.Set, reason));

    public static StoryStep Unflag(string after, string flag, string reason) =>
        new(after, Part.Leader, new SetFlag(flag, FlagValue.Unset, reason));

    public static StoryStep Tonight(string after) =>
        new(after, Part.Agent, scene => new AgreeOutOfHoursContact(scene.Contact.Name, scene.Contact.Phone!));

    public static StoryStep Outcome(string after, string disposition, string text) =>
        new(after, Part.Engineer, new GiveDisposition(disposition, text, null, null));

    public static StoryStep Meanwhile(string after, string disposition, string text, string circumvention) =>
        new(after, Part.Engineer, new GiveDisposition(disposition, text, circumvention, null));

    /// <summary>Accepts a change, to be expected that many working days from then.</summary>
    public static StoryStep Expect(string after, int days, string text) =>
        new(after, Part.Engineer, scene => new GiveDisposition("valid-change", text, null, scene.DateIn(days)));

    /// <summary>Tells who complains that it is looked into, and that the answer comes in so many working days from then.</summary>
    public static StoryStep Holding(string after, int days, string text) =>
        new(after, Part.Handler, scene => new SendHoldingReply(text, scene.DateIn(days)));

    /// <summary>Links this call to the incident it belongs to.</summary>
    public static StoryStep PartOf(string after, string incident) =>
        new(after, Part.Agent, scene => new LinkTo(scene.Reference(incident), LinkKind.Parent));

    private static string? Telephone(Guide guide) =>
        guide
            .Routes.SelectMany(route => route.Addresses)
            .FirstOrDefault(address => address.Channel == Channel.Phone)
            ?.Address;

    /// <summary>Links a call to this incident.</summary>
    public static StoryStep Includes(string after, string call) =>
        new(after, Part.Agent, scene => new LinkTo(scene.Reference(call), LinkKind.Child));
}

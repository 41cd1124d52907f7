using System.Runtime.CompilerServices;
using Rung.Core.Cases;
using Rung.Core.Cases.Telling;
using Rung.Core.Clocks;
using Rung.Core.Guides;
using Rung.Core.Tests.Showing;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>
/// S6: every text that an event can carry is a canary of its own; every template of every guide, and one template with
/// every placeholder there is for every moment, is filled with it. What may come out is listed here, and nothing else may.
/// </summary>
public sealed class CanaryTests
{
    private static readonly string[] MayLeave =
    [
        "Updated.Text",
        "Held.Awaiting",
        "Assigned.Engineer",
        "DispositionGiven.Text",
        "DispositionGiven.Circumvention",
        "Resolved.Resolution",
        "RfoWritten.Text",
        "EscalationEnded.Reason",
        "EscalationDecided.Rationale",
        "ComplaintAcknowledged.Text",
        "HoldingReplied.Text",
        "ComplaintAnswered.Text",
        "PassedOn.Text",
    ];

    public static TheoryData<Type> Events =>
        [
            .. typeof(CaseEvent)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(CaseEvent)) && !type.IsAbstract && type != typeof(CaseLogged)),
        ];

    [Theory]
    [MemberData(nameof(Events))]
    public void Nothing_leaves_but_what_is_meant_for_the_customer(Type happened)
    {
        var begun = SimulatedCase.Log("2026-12-14 10:00").Do(new Resolve("Done", Confirmation.Required)).Events;
        foreach (var guide in Guides())
        {
            Assert.Empty(Told(guide, begun, happened).Except(MayLeave));
        }
    }

    /// <summary>The net has no hole: what may leave does leave when every placeholder is asked for.</summary>
    [Fact]
    public void The_canaries_sing()
    {
        var begun = SimulatedCase.Log("2026-12-14 10:00").Do(new Resolve("Done", Confirmation.Required)).Events;
        var came = Events.SelectMany(row => Told(Asking(), begun, row.Data)).Distinct();

        Assert.Equal(MayLeave.Order(), came.Order());
    }

    // The customer's own words come back in the subject that all mails share, and nowhere else.
    [Fact]
    public void What_the_customer_wrote_is_not_sent_back_in_the_text()
    {
        var reporter = People.Reporter with { ContactName = "Canary.Name" };
        var one = SimulatedCase.Log(
            "2026-12-14 10:00",
            log => log with { Source = Channel.Email, Subject = "Canary.Subject", Reporter = reporter }
        );
        one.Do(new RecordReply("Canary.Reply", Channel.Email), People.Contact)
            .Do(new Resolve("Done", Confirmation.Required))
            .Do(new RejectResolution("Canary.No"), People.Contact);

        Assert.All(one.Mails, mail => Assert.DoesNotContain("Canary", mail.Text));
        Assert.All(one.Mails, mail => Assert.Equal($"[{one.State.Reference}] Canary.Subject", mail.Subject));
    }

    // What it leaves behind on the case is told with the next event.
    private static IEnumerable<string> Told(Guide guide, IReadOnlyList<CaseEvent> begun, Type happened)
    {
        var at = begun[^1].At;
        var canary = Canary(happened) with { At = at, RecordedAt = at, By = Inside };
        var next = new Updated("news", Channel.Email)
        {
            At = at,
            RecordedAt = at,
            By = Inside,
        };
        return Teller
            .Tell(guide, [.. begun, canary, next], begun.Count)
            .SelectMany(one => Canaries($"{one.Subject}\n{one.Text}"))
            .Distinct();
    }

    private static Actor Inside { get; } = new("canary:By.Name;", "canary:By.Role;");

    private static IEnumerable<Guide> Guides() => [.. GuideFiles.Shipped.Select(Read), Asking()];

    private static Guide Read(string path) => GuideFiles.Guide(Path.GetFileNameWithoutExtension(path));

    // One message for each moment, with everything that can be asked.
    private static Guide Asking()
    {
        var all = string.Join('\n', CaseWords.Names.Select(name => $"{{{name}}}"));
        var rules = Enum.GetValues<CaseMoment>()
            .Select(moment => new NotificationRule(
                moment.ToString(),
                moment,
                When.Everything,
                new Audience(AudienceKind.Originator, null),
                Channel.Email,
                new MessageTemplate(all, all),
                null,
                "notifications"
            ));
        return ShippedGuides.Schools with { Notifications = [.. rules] };
    }

    private static IEnumerable<string> Canaries(string text) =>
        text.Split("canary:").Skip(1).Select(part => part[..part.IndexOf(';', StringComparison.Ordinal)]);

    // Made without its constructor, so that every text there is, also one added later, is a canary.
    private static CaseEvent Canary(Type happened)
    {
        var made = (CaseEvent)RuntimeHelpers.GetUninitializedObject(happened);
        foreach (var property in happened.GetProperties().Where(property => property.CanWrite))
        {
            var canary = $"canary:{happened.Name}.{property.Name};";
            if (property.PropertyType == typeof(string))
            {
                property.SetValue(made, canary);
            }
            else if (property.PropertyType == typeof(Channel?))
            {
                property.SetValue(made, Channel.Phone);
            }
            else if (property.PropertyType == typeof(IReadOnlyList<string>))
            {
                property.SetValue(made, new[] { canary });
            }
            else if (property.PropertyType == typeof(Reporter))
            {
                property.SetValue(made, People.Reporter);
            }
            else if (property.PropertyType == typeof(IReadOnlyList<Verdict>))
            {
                property.SetValue(made, Array.Empty<Verdict>());
            }
            else if (property.PropertyType == typeof(IReadOnlyDictionary<string, string>))
            {
                property.SetValue(made, new Dictionary<string, string> { [canary] = canary });
            }
        }
        return made;
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Guides;
using Rung.Core.Wording;
using Xunit;

namespace Rung.Core.Tests.Cases;

/// <summary>A forgotten arm fails here.</summary>
public class ExhaustivenessTests
{
    public static TheoryData<Type> Events => [.. Family<CaseEvent>()];

    public static TheoryData<Type> Commands => [.. Family<CaseCommand>()];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_has_a_discriminator(Type happened)
    {
        var names = typeof(CaseEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();

        Assert.Single(names, name => name.DerivedType == happened);
        Assert.Equal(names.Count, names.Select(name => name.TypeDiscriminator).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_has_a_fold_and_words(Type happened)
    {
        var logged = SimulatedCase.Log("2026-12-14 10:00").Events[0];
        var made =
            happened == typeof(CaseLogged)
                ? logged
                : Blank(happened) with
                {
                    At = logged.At,
                    RecordedAt = logged.At,
                    By = People.Agent,
                };

        CaseState.Of(made is CaseLogged ? [made] : [logged, made]);
        Assert.NotEmpty(EventText.Of(ShippedGuides.Schools, made));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_an_arm(Type command)
    {
        var one = Assert.Single(EveryCommand.Of(CaseReference.FromNumber("R", 9)), one => one.GetType() == command);
        if (one is not LogCase and not Reopen)
        {
            SimulatedCase.Log("2026-12-14 10:00").Try(one);
        }
    }

    [Fact]
    public void Every_refusal_is_documented()
    {
        var document = File.ReadAllText(Path.Combine(Showing.GuideFiles.Root, "docs", "errors.md"));

        Assert.All(Enum.GetValues<RefusalCode>(), code => Assert.Contains($"| `{code.Text()}` |", document));
    }

    private static IEnumerable<Type> Family<T>() =>
        typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);

    // Records are made without their constructors; what the fold looks into is filled in.
    private static CaseEvent Blank(Type happened)
    {
        var made = (CaseEvent)RuntimeHelpers.GetUninitializedObject(happened);
        foreach (
            var property in happened
                .GetProperties()
                .Where(property => property.CanWrite && property.GetValue(made) is null)
        )
        {
            property.SetValue(made, Filling(property.PropertyType));
        }
        return made;
    }

    private static object? Filling(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(IReadOnlyList<string>) ? Array.Empty<string>()
        : type == typeof(IReadOnlyDictionary<string, string>) ? new Dictionary<string, string>()
        : type == typeof(Reporter) ? People.Reporter
        : type == typeof(Actor) ? People.Agent
        : type == typeof(IReadOnlyList<EscalationWarning>) ? Array.Empty<EscalationWarning>()
        : type == typeof(AgreedPlan) ? new AgreedPlan(Channel.Phone, 30, default, "UTC", null)
        : null;
}

using System.Reflection;
using Rung.Core.Cases;
using Rung.Core.Erasures;
using Xunit;

namespace Rung.Core.Tests.Erasures;

/// <summary>S72: of every text that an event can carry it is said beside it whether it is somebody's.</summary>
public sealed class DeclaredTests
{
    public static TheoryData<Type> Events =>
        [
            .. typeof(CaseEvent)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(CaseEvent)) && !type.IsAbstract),
        ];

    [Theory]
    [MemberData(nameof(Events))]
    public void Each_text_of_an_event_goes_or_stays(Type happened) => Assert.Empty(Undeclared(happened));

    // The net has no hole: it would find a text that is declared nowhere, also within a list of records.
    [Fact]
    public void A_text_of_which_nothing_is_said_is_found() =>
        Assert.Equal(
            ["Forgotten.Text", "Inside.Texts", "Inside.Named"],
            Undeclared(typeof(Forgotten), typeof(Inside).Assembly)
        );

    private static IEnumerable<string> Undeclared(Type type, Assembly? assembly = null) =>
        type.GetProperties()
            .Where(property => property.CanWrite)
            .Where(property => !IsSaid<StaysAttribute>(property) && !IsSaid<PersonalAttribute>(property))
            .SelectMany(property =>
                HasText(property.PropertyType) ? [$"{type.Name}.{property.Name}"]
                : Element(property.PropertyType) is { IsEnum: false } inside
                && inside != typeof(CaseReference)
                && inside.Assembly == (assembly ?? typeof(CaseEvent).Assembly)
                    ? Undeclared(inside, assembly)
                : []
            );

    private static bool HasText(Type type) =>
        type == typeof(string) || (type.IsGenericType && type.GetGenericArguments().Contains(typeof(string)));

    private static Type Element(Type type) => type.IsGenericType ? Element(type.GetGenericArguments()[^1]) : type;

    private static bool IsSaid<T>(PropertyInfo property)
        where T : Attribute =>
        property.GetCustomAttribute<T>() is not null
        || property
            .DeclaringType!.GetConstructors()
            .SelectMany(made => made.GetParameters())
            .Any(parameter => parameter.Name == property.Name && parameter.GetCustomAttribute<T>() is not null);

    private sealed record Forgotten(string Text, [Stays] string Code, IReadOnlyList<Inside> List);

    private sealed record Inside(IReadOnlyList<string> Texts, [Personal] string Name)
    {
        public IReadOnlyDictionary<string, string>? Named { get; init; }
    }
}

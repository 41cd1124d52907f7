using System.Collections.Concurrent;
using System.Reflection;

namespace Rung.Core.Erasures;

/// <summary>A property of an event, or of a record in one, that is somebody's or has something of somebody's in it.</summary>
/// <param name="Leaves">Null: it is a record, or a list of them, with such properties of its own.</param>
internal sealed record PersonalPart(PropertyInfo Property, Leaves? Leaves)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PersonalPart>> Known = [];

    /// <summary>Of a record of this assembly, those that are declared.</summary>
    public static IReadOnlyList<PersonalPart> Of(Type type) => Known.GetOrAdd(type, Find);

    /// <summary>What is said of a property, beside it or beside the parameter that it is made of.</summary>
    public static T? Said<T>(PropertyInfo property)
        where T : Attribute =>
        property.GetCustomAttribute<T>()
        ?? property
            .DeclaringType!.GetConstructors()
            .SelectMany(made => made.GetParameters())
            .Where(parameter => parameter.Name == property.Name && parameter.ParameterType == property.PropertyType)
            .Select(parameter => parameter.GetCustomAttribute<T>())
            .FirstOrDefault(said => said is not null);

    /// <summary>The record that it is, or that each of its list is; null: neither.</summary>
    public static Type? RecordIn(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? RecordIn(type.GetGenericArguments()[0])
        : type.IsClass && type.Assembly == typeof(PersonalPart).Assembly ? type
        : null;

    private static IReadOnlyList<PersonalPart> Find(Type type) =>
        [
            .. type.GetProperties()
                .Where(property => property.CanWrite && Said<StaysAttribute>(property) is null)
                .Select(property => new PersonalPart(property, Said<PersonalAttribute>(property)?.Leaves))
                .Where(part =>
                    part.Leaves is not null
                    || (RecordIn(part.Property.PropertyType) is { } inside && Of(inside).Count > 0)
                ),
        ];
}

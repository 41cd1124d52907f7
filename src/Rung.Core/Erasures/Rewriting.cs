using System.Reflection;

namespace Rung.Core.Erasures;

/// <summary>Copies of records in which what is somebody's reads otherwise; all else is as it was.</summary>
internal static class Rewriting
{
    private static readonly MethodInfo Clone = typeof(object).GetMethod(
        "MemberwiseClone",
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;

    /// <param name="change">What is to stand for a text, which is not empty.</param>
    /// <returns>The record itself where nothing of it changes.</returns>
    public static T Of<T>(T record, Func<string, string> change)
        where T : class
    {
        var changed = PersonalPart
            .Of(record.GetType())
            .Select(part => (part.Property, Was: part.Property.GetValue(record), part.Leaves))
            .Where(one => one.Was is not null)
            .Select(one => (one.Property, one.Was, Now: New(one.Leaves, one.Was!, change)))
            .Where(one => !ReferenceEquals(one.Was, one.Now))
            .ToList();
        if (changed.Count == 0)
        {
            return record;
        }
        var copy = (T)Clone.Invoke(record, null)!;
        foreach (var (property, _, now) in changed)
        {
            property.SetValue(copy, now);
        }
        return copy;
    }

    /// <summary>What of a record is somebody's, wherever in it.</summary>
    public static IEnumerable<string> Texts(object record) =>
        PersonalPart
            .Of(record.GetType())
            .SelectMany(part =>
                part.Property.GetValue(record) switch
                {
                    string text => [text],
                    IReadOnlyDictionary<string, string> named => named.Values,
                    IEnumerable<object> list => list.SelectMany(Texts),
                    { } inside => Texts(inside),
                    null => [],
                }
            );

    private static object? New(Leaves? leaves, object value, Func<string, string> change) =>
        value switch
        {
            string text => Text(text, leaves, change),
            IReadOnlyDictionary<string, string> named => Each(named, change),
            IReadOnlyCollection<object> list => Each(list, change),
            _ => Of(value, change),
        };

    private static string? Text(string text, Leaves? leaves, Func<string, string> change) =>
        text.Length == 0 || change(text) is var changed && changed == text ? text
        : leaves == Leaves.Nothing ? null
        : changed;

    private static IReadOnlyDictionary<string, string> Each(
        IReadOnlyDictionary<string, string> named,
        Func<string, string> change
    )
    {
        var changed = named.ToDictionary(one => one.Key, one => Text(one.Value, Leaves.Mark, change)!);
        return named.All(one => changed[one.Key] == one.Value) ? named : changed;
    }

    private static object Each(IReadOnlyCollection<object> list, Func<string, string> change)
    {
        var changed = list.Select(one => Of(one, change)).ToArray();
        if (list.SequenceEqual(changed, ReferenceEqualityComparer.Instance))
        {
            return list;
        }
        var typed = Array.CreateInstance(
            PersonalPart.RecordIn(list.GetType().GetInterfaces().First(IsList))!,
            list.Count
        );
        changed.CopyTo(typed, 0);
        return typed;
    }

    private static bool IsList(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
}

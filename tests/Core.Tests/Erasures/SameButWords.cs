using System.Collections;
using System.Reflection;
using Rung.Core.Cases;
using Rung.Core.Clocks;
using Rung.Core.Erasures;
using Rung.Core.Guides;
using Rung.Core.Promises;
using Xunit;

namespace Rung.Core.Tests.Erasures;

/// <summary>Two values that differ in nothing but words which were erased.</summary>
internal static class SameButWords
{
    private static readonly string[] LeftOut = ["Phone", "Email", "CustomerReference"];

    /// <summary>Of a case: its state, clocks, ledgers, dues and promises, then and for as long as it lives.</summary>
    public static void Check(Guide guide, IReadOnlyList<CaseEvent> events, NodaTime.Instant now)
    {
        var erased = new Erasing([guide]).Of(events);
        var (was, state) = (CaseState.Of(events), CaseState.Of(erased));
        Check("state", was, state);
        Check("clocks", ClockReader.Read(guide, was, now), ClockReader.Read(guide, state, now));
        Check("ledgers", LedgerWriter.Write(guide, was, now), LedgerWriter.Write(guide, state, now));
        Check("dues", DueList.Of(guide, was, now), DueList.Of(guide, state, now));
        Check("promises", PromiseBook.Of(guide, events, now), PromiseBook.Of(guide, erased, now));
        Assert.Equal(erased, new Erasing([guide]).Of(erased), (one, other) => IsSame("again", one, other, []) is null);
    }

    public static void Check(string what, object? was, object? now) => Assert.Null(IsSame(what, was, now, []));

    // The first place in which they differ; null: they do not.
    private static string? IsSame(string path, object? was, object? now, HashSet<(object, object)> seen)
    {
        if (ReferenceEquals(was, now) || (was is null && now is null))
        {
            return null;
        }
        if (was is null || now is null)
        {
            return now is null && LeftOut.Any(name => path.EndsWith(name, StringComparison.Ordinal)) ? null : path;
        }
        if (was is string)
        {
            return was.Equals(now) || ((string)now).Contains(Erasing.Mark, StringComparison.Ordinal)
                ? null
                : $"{path}: {was} is {now}";
        }
        if (was.GetType() != now.GetType() && was is not IEnumerable)
        {
            return $"{path}: {was.GetType()} is {now.GetType()}";
        }
        return !was.GetType().IsValueType && !seen.Add((was, now)) ? null
            : was is IEnumerable list ? Lists(path, list, (IEnumerable)now, seen)
            : IsOurs(was.GetType()) ? Parts(path, was, now, seen)
            : was.Equals(now) ? null
            : $"{path}: {was} is {now}";
    }

    private static bool IsOurs(Type type) =>
        !type.IsEnum
        && (
            type.Namespace?.StartsWith("Rung.Core", StringComparison.Ordinal) == true
            || type is { IsGenericType: true, Name: "KeyValuePair`2" }
        );

    private static string? Lists(string path, IEnumerable was, IEnumerable now, HashSet<(object, object)> seen)
    {
        var (before, after) = (was.Cast<object?>().ToList(), now.Cast<object?>().ToList());
        return before.Count != after.Count
            ? $"{path}: {before.Count} are {after.Count}"
            : before
                .Zip(after)
                .Select((pair, index) => IsSame($"{path}[{index}]", pair.First, pair.Second, seen))
                .FirstOrDefault(found => found is not null);
    }

    private static string? Parts(string path, object was, object now, HashSet<(object, object)> seen) =>
        was.GetType()
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => IsSame($"{path}.{property.Name}", property.GetValue(was), property.GetValue(now), seen))
            .FirstOrDefault(found => found is not null);
}

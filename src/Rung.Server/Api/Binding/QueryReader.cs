using System.Globalization;
using Microsoft.Extensions.Primitives;
using Rung.Server.Api.Json;
using Rung.Server.Api.Problems;
using Rung.Storage.Json;

namespace Rung.Server.Api.Binding;

/// <summary>Reads the query of a request strictly and keeps everything that is wrong with it.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _wrong = [];
    private readonly SortedSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when there is none.</summary>
    public string? Text(string name, int longest = 200)
    {
        _asked.Add(name);
        StringValues given = query[name];
        if (given.Count == 0)
        {
            return null;
        }
        if (given.Count > 1)
        {
            return Wrong(name, "It is given more than once.");
        }
        var text = given.ToString();
        return text.Length > longest ? Wrong(name, $"It is longer than {longest} characters.")
            : text.Any(char.IsControl) ? Wrong(name, "It has control characters in it.")
            : text.Length == 0 ? null
            : text;
    }

    public T Choice<T>(string name, T otherwise)
        where T : struct, Enum => MayChoose<T>(name) ?? otherwise;

    public T? MayChoose<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }
        var chosen = Json.Choice.Parse<T>(text);
        if (chosen is null)
        {
            Wrong(name, $"It is one of {string.Join(", ", Json.Choice.Names<T>())}.");
        }
        return chosen;
    }

    public int Number(string name, int otherwise, int most)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= most
        )
        {
            return number;
        }
        Wrong(name, $"It is a whole number from 1 to {most}.");
        return otherwise;
    }

    public NodaTime.Instant? Instant(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }
        // A plus that was not encoded arrives as a space.
        var read = InstantJson.Parse(text.Replace(' ', '+'));
        if (read is null)
        {
            Wrong(name, "It is an instant with its offset, such as 2026-12-24T15:20:00Z.");
        }
        return read;
    }

    public string? Wrong(string name, string what)
    {
        _wrong[name] = [what];
        return null;
    }

    /// <summary>Says that something is missing, unless something else is wrong with it.</summary>
    public void WrongUnlessSaid(string name, string what) => _wrong.TryAdd(name, [what]);

    /// <summary>All that is wrong, names that were not asked for included; null: nothing.</summary>
    public ProblemAnswer? Problem()
    {
        foreach (var stray in query.Keys.Where(key => !_asked.Contains(key)))
        {
            Wrong(
                stray.Length > 40 ? stray[..40] : stray,
                _asked.Count == 0
                    ? "Nothing is asked for by parameters here."
                    : $"There is no such parameter: there are {string.Join(", ", _asked)}."
            );
        }
        return _wrong.Count == 0 ? null : Refusing.Because(ProblemKind.MalformedRequest, _wrong);
    }
}

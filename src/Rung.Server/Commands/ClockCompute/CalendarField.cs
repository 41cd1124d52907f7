using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Rung.Server.Commands.ClockCompute;

/// <summary>Reads single values of a calendar; what is wrong is reported with the path of the field.</summary>
internal static class CalendarField
{
    /// <summary>The text of a field, or null and a finding.</summary>
    public static string? Text(JsonElement parent, string name, FirstFinding findings)
    {
        if (!parent.TryGetProperty(name, out var value))
        {
            return findings.Add<string?>("missing-field", $"'{name}' is missing; add it.", null);
        }

        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : findings.Add<string?>("bad-type", $"{name}: must be a string.", null);
    }

    /// <summary>A date in ISO 8601.</summary>
    public static LocalDate Date(string? text, string path, FirstFinding findings) =>
        text is not null && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date)
            ? date
            : findings.Add(
                "bad-date",
                $"{path}: '{text}' is no date; write for example 2026-12-25.",
                default(LocalDate)
            );

    /// <summary>Reports names that are not known here.</summary>
    public static void OnlyKnown(JsonElement parent, string path, string[] known, FirstFinding findings)
    {
        foreach (var property in parent.EnumerateObject())
        {
            if (!Array.Exists(known, property.NameEquals))
            {
                findings.Add("unknown-field", $"{path}{Unknown(property.Name, known)}");
            }
        }
    }

    /// <summary>Says that a name is unknown, and which one may have been meant.</summary>
    public static string Unknown(string name, string[] known) =>
        NearestName.To(name, known) is { } nearest
            ? $"'{name}' is not known here; did you mean '{nearest}'?"
            : $"'{name}' is not known here; known are {string.Join(", ", known)}.";
}

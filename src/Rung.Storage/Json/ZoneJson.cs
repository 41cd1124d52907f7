using NodaTime;

namespace Rung.Storage.Json;

/// <summary>A time zone as its id in the tz database.</summary>
internal sealed class ZoneJson : TextJson<DateTimeZone>
{
    protected override string Expected => "the name of a time zone such as Europe/London";

    protected override string Write(DateTimeZone value) => value.Id;

    protected override DateTimeZone Read(string text) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) ?? throw Wrong(text);
}

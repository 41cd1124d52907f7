using NodaTime;
using Rung.Server.Commands.ClockCompute;
using Rung.Storage.Json;

namespace Rung.Server.Api.Json;

/// <summary>A length as ISO 8601 hours, minutes and seconds: <c>PT26H3M0.5S</c>; never days, whose length is the guide's.</summary>
internal sealed class DurationJson : TextJson<Duration>
{
    protected override string Expected => "a length such as PT30H";

    protected override string Write(Duration value) => IsoDuration.Write(value);

    protected override Duration Read(string text)
    {
        var findings = new FirstFinding();
        var length = IsoDuration.Read(text, findings);
        return findings.First is null ? length : throw Wrong(text);
    }
}

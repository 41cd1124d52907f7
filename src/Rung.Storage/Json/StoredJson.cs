using NodaTime;
using NodaTime.Text;
using Rung.Core.Cases;

namespace Rung.Storage.Json;

/// <summary>A length as it is stored, in hours, minutes and seconds: <c>30:00:00</c>. The API has it in ISO 8601.</summary>
internal sealed class StoredDurationJson : TextJson<Duration>
{
    protected override string Expected => "a length such as 30:00:00";

    protected override string Write(Duration value) => DurationPattern.JsonRoundtrip.Format(value);

    protected override Duration Read(string text) =>
        DurationPattern.JsonRoundtrip.Parse(text) is { Success: true, Value: var read } ? read : throw Wrong(text);
}

/// <summary>A reference as it was issued, taken at its word; what the API is sent is checked.</summary>
internal sealed class StoredReferenceJson : TextJson<CaseReference>
{
    protected override string Expected => "a case's reference";

    protected override string Write(CaseReference value) => value.Text;

    protected override CaseReference Read(string text) => CaseReference.FromStored(text);
}

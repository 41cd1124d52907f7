using Rung.Core.Cases;
using Rung.Storage.Json;

namespace Rung.Server.Api.Json;

/// <summary>
/// A case's reference. Read as it is: whether there is such a case is said by who looks for it.
/// </summary>
internal sealed class CaseReferenceJson : TextJson<CaseReference>
{
    private const int Longest = 20;

    protected override string Expected => "a case's reference such as R-7K4-239";

    protected override string Write(CaseReference value) => value.Text;

    protected override CaseReference Read(string text)
    {
        var prefix = new string([.. text.Trim().ToUpperInvariant().TakeWhile(letter => letter != '-')]);
        return
            prefix.Length is >= 1 and <= 4
            && prefix.All(char.IsAsciiLetterUpper)
            && text.Length <= Longest
            && CaseReference.TryParse(prefix, text, out var reference)
            ? reference.Value
            : throw Wrong(text);
    }
}

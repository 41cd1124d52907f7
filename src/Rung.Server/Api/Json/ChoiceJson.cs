using System.Text.Json;
using System.Text.Json.Serialization;
using Rung.Storage.Json;

namespace Rung.Server.Api.Json;

/// <summary>One of a few names, written like <c>resolvedToConfirm</c>; numbers are not understood.</summary>
internal sealed class ChoiceJson<T> : TextJson<T>
    where T : struct, Enum
{
    protected override string Expected => "one of " + string.Join(", ", Choice.Names<T>());

    protected override string Write(T value) => Choice.Name(value);

    protected override T Read(string text) => Choice.Parse<T>(text) ?? throw Wrong(text);
}

internal static class Choice
{
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Name);

    public static T? Parse<T>(string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Name(value) == text)
            {
                return value;
            }
        }
        return null;
    }
}

internal sealed class ChoiceJsonFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ChoiceJson<>).MakeGenericType(typeToConvert))!;
}

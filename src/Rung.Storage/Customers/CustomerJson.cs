using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rung.Core.Customers;
using Rung.Storage.Json;

namespace Rung.Storage.Customers;

/// <summary>A customer as the document that its row keeps beside the keys it is found by.</summary>
internal static class CustomerJson
{
    private static readonly CustomerJsonContext Context = new(
        new JsonSerializerOptions(CustomerJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static string Write(Customer customer) => JsonSerializer.Serialize(customer, Context.Customer);

    public static Customer Read(string details) => JsonSerializer.Deserialize(details, Context.Customer)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ZoneJson), typeof(LocalDateJson)]
)]
[JsonSerializable(typeof(Customer))]
internal sealed partial class CustomerJsonContext : JsonSerializerContext;

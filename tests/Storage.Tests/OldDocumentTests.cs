using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Rung.Core.Customers;
using Rung.Storage.Cases;
using Rung.Storage.Customers;
using Rung.Storage.Inbound;
using Rung.Storage.Promises;
using Rung.Storage.Queue;
using Xunit;

namespace Rung.Storage.Tests;

/// <summary>What an older Rung wrote knows nothing of what is kept since; the reader of JSON passes null for it.</summary>
public sealed class OldDocumentTests
{
    [Fact]
    public void A_customer_from_before_there_were_sites_has_none()
    {
        var old = CustomerJson.Read("""{"id":"kestrel","desk":"schools-desk","name":"Kestrel","siteCode":"KES01"}""");

        Assert.Equal(new Customer("kestrel", "schools-desk", "Kestrel", "KES01").Name, old.Name);
        Assert.Equal((0, 0, 0, 0), (old.Services.Count, old.Descriptions.Count, old.Sites.Count, old.Contacts.Count));
        Assert.NotEmpty(CustomerTerms.Of(old));
    }

    [Fact]
    public void Nothing_that_is_stored_is_null_where_an_older_Rung_did_not_write_it()
    {
        var missing = Stored().SelectMany(one => one.Properties).Where(MayBeLeftOut).Where(TakesNull).ToList();

        Assert.Empty(missing.Select(one => $"{one.DeclaringType.Name}.{one.Name}: init => field = value ?? …"));
    }

    private static Dictionary<Type, JsonTypeInfo>.ValueCollection Stored()
    {
        var found = new Dictionary<Type, JsonTypeInfo>();
        JsonTypeInfo[] begin =
        [
            EventJsonContext.Default.CaseEvent,
            CustomerJsonContext.Default.Customer,
            QueueJsonContext.Default.QueueRow,
            PromiseJsonContext.Default.PromiseEntry,
            InboundLookJsonContext.Default.InboundLook,
        ];
        foreach (var one in begin)
        {
            Walk(one, found);
        }
        return found.Values;
    }

    private static void Walk(JsonTypeInfo one, Dictionary<Type, JsonTypeInfo> found)
    {
        if (!found.TryAdd(one.Type, one))
        {
            return;
        }
        var further = one
            .Properties.Select(property => property.PropertyType)
            .Concat(one.PolymorphismOptions?.DerivedTypes.Select(derived => derived.DerivedType) ?? [])
            .Append(one.ElementType)
            .OfType<Type>();
        foreach (var type in further)
        {
            Walk(one.Options.GetTypeInfo(type), found);
        }
    }

    // What stands in the constructor was written from the beginning.
    private static bool MayBeLeftOut(JsonPropertyInfo one) =>
        one
            is {
                IsRequired: false,
                PropertyType.IsValueType: false,
                AssociatedParameter: null or { IsMemberInitializer: true },
                AttributeProvider: PropertyInfo { CanWrite: true } property
            }
        && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull;

    private static bool TakesNull(JsonPropertyInfo one)
    {
        var made = RuntimeHelpers.GetUninitializedObject(one.DeclaringType);
        Property(one).SetValue(made, null);
        return Property(one).GetValue(made) is null;
    }

    private static PropertyInfo Property(JsonPropertyInfo one) => (PropertyInfo)one.AttributeProvider!;
}

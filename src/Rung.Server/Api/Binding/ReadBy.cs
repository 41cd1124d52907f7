using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage;

namespace Rung.Server.Api.Binding;

/// <summary>Who reads: somebody of the desk, also when nobody says so, or one of a customer's people.</summary>
internal sealed class ReadBy : IBound, IEndpointParameterMetadataProvider
{
    private static readonly Field NameField = new(
        ActingAs.NameHeader,
        "header",
        "Name of who reads; needed of a contact.",
        "Office manager"
    );

    private static readonly Field RoleField = new(
        ActingAs.RoleHeader,
        "header",
        "contact: a customer's own people, who see what is theirs; left out: the desk.",
        "contact"
    );

    private ReadBy(Actor? contact) => Contact = contact;

    public ProblemAnswer? Problem { get; private init; }

    /// <summary>Who of a customer reads; null: the desk.</summary>
    public Actor? Contact { get; }

    public static async ValueTask<ReadBy> BindAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (!headers.ContainsKey(ActingAs.RoleHeader))
        {
            return new ReadBy(null);
        }
        var acting = await ActingAs.BindAsync(context);
        return acting.Problem is { } problem
            ? new ReadBy(null) { Problem = problem }
            : new ReadBy(acting.Actor.Role == Actor.ContactRole ? acting.Actor : null);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(NameField);
        builder.Metadata.Add(RoleField);
    }

    /// <summary>Whether what a customer is owed may be read: by the desk, and by the contacts that the customer has on file.</summary>
    public bool Sees(Customer? customer) =>
        Contact is null || customer?.Contacts.Any(contact => contact.Name == Contact.Name) == true;

    /// <summary>The same of a case, which its reporter sees as well.</summary>
    public async Task<bool> Sees(CaseSnapshot found, RungDatabase database)
    {
        var reporter = found.State.Logged.Reporter;
        return Contact is null
            || Contact.Name == reporter.ContactName
            || Sees(await database.Customers.Find(reporter.CustomerId));
    }
}

using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Core.Customers;
using Rung.Server.Api.Bodies;
using Rung.Storage.Customers;

namespace Rung.Server.Api;

/// <summary>A customer as the answer to a request, with the tag of its record as the ETag.</summary>
internal class CustomerAnswer(
    Customer customer,
    IReadOnlyList<CameBackBody> cameBack,
    int status = StatusCodes.Status200OK
) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    int? IStatusCodeHttpResult.StatusCode => status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.ETag = $"\"{CustomerTag.Of(customer)}\"";
        if (status == StatusCodes.Status201Created)
        {
            response.Headers.Location = $"/api/v1/{customer.Desk}/customers/{customer.Id}";
        }
        var body = CustomerBody.Of(customer) with { CameBack = cameBack };
        return response.WriteAsJsonAsync(body, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(CustomerBody), ["application/json"]));
}

/// <summary>A customer that has just been put on file; <c>Location</c> says where it is.</summary>
internal sealed class FiledAnswer(Customer customer, IReadOnlyList<CameBackBody> cameBack)
    : CustomerAnswer(customer, cameBack, StatusCodes.Status201Created),
        IEndpointMetadataProvider
{
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(201, typeof(CustomerBody), ["application/json"]));
}

using Rung.Server.Api.Binding;
using Rung.Server.Api.Json;
using Rung.Server.Api.OpenApi;
using Rung.Server.Desk;

namespace Rung.Server.Api;

/// <summary>The API as the host takes it: its services, and everything under <c>/api/v1</c>.</summary>
public static class RungApi
{
    public static void AddRungApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddSingleton<Retries>();
        services.AddSingleton<CaseCalls>();
        services.AddSingleton<CaseLogging>();
        services.AddSingleton<IntakeCalls>();
        services.AddSingleton<Referring>();
        services.AddSingleton<RedirectionCalls>();
        services.AddSingleton<CustomerFiling>();
        services.AddSingleton<EvidenceDesk>();
        services.AddSingleton<ArticleDesk>();
        services.AddRungOpenApi();
    }

    public static void MapRungApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter(ContactPolicy.Check).AddEndpointFilter(BoundFilter.Check);
        ((IEndpointConventionBuilder)api).Finally(ContactPolicy.Describe);
        DeskEndpoints.Map(api);
        var desk = api.MapGroup("/{desk}");
        DeskEndpoints.MapGuide(desk);
        QueueEndpoints.Map(desk);
        PromiseEndpoints.Map(desk);
        CustomerEndpoints.Map(desk);
        CustomerFileEndpoints.Map(desk);
        DraftEndpoints.Map(desk);
        LoggingEndpoints.Map(desk);
        HeartbeatEndpoints.Map(desk);
        ArticleEndpoints.Map(desk);
        ComplaintEndpoints.Map(desk);
        IntakeEndpoints.Map(desk);
        var one = desk.MapGroup("/cases/{reference}");
        CaseEndpoints.Map(one);
        PromiseEndpoints.MapOfCase(one);
        EvidenceEndpoints.Map(one);
        IntakeEndpoints.MapOfCase(one);
        CommandEndpoints.Map(one);
        ComplaintEndpoints.MapOfCase(one);
        app.MapRungOpenApi();
    }
}

using Rung.Server.Desk;
using Rung.Server.Erasures;

namespace Rung.Server.Retention;

/// <summary>What ends what is kept no longer, for the server and for the verb.</summary>
internal static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddSingleton<DeskLive>();
        services.AddSingleton<LegalHolds>();
        services.AddSingleton<CaseWithout>();
        services.AddSingleton<ErasureList>();
        services.AddSingleton<ErasureKeeper>();
        services.AddSingleton<CaseEraser>();
        services.AddSingleton<PersonEraser>();
        services.AddSingleton<CaseRunOut>();
        services.AddSingleton<LooseRunOut>();
        services.AddSingleton<PeopleRunOut>();
        services.AddSingleton<AuditRunOut>();
        services.AddSingleton<RunOutParts>();
        services.AddSingleton<RetentionStarts>();
        return services.AddSingleton<RetentionDesk>();
    }
}

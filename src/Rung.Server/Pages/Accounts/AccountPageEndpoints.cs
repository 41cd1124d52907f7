using Microsoft.AspNetCore.Antiforgery;
using Rung.Server.Accounts;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Setup;
using Rung.Server.Pages.Trail;

namespace Rung.Server.Pages.Accounts;

/// <summary>Pages by which people come in, see to their own account and, as administrators, to those of others.</summary>
internal static class AccountPageEndpoints
{
    public static void Map(WebApplication app)
    {
        var pages = app.MapGroup("").AddEndpointFilter(DeskFilter.Check).ExcludeFromDescription();
        pages.WithMetadata(new RequireAntiforgeryTokenAttribute());
        EntryEndpoints.Map(pages.MapGroup("").WithMetadata(OpenToAnybody.Mark));
        OwnAccountEndpoints.Map(pages);
        AuditEndpoints.Map(pages.MapGroup("").WithMetadata(OpenOnlyTo.AuditReaders));
        var administration = pages.MapGroup("").WithMetadata(OpenOnlyTo.Administrators);
        AccountsEndpoints.Map(administration);
        TokenEndpoints.Map(administration);
        SetupEndpoints.Map(administration);
    }
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Rung.Server.Pages.Accounts;

namespace Rung.Server.Accounts.Issuers;

/// <summary>What happens on the way to an issuer and back, answered by ourselves.</summary>
internal sealed class IssuerEvents(Issuer issuer) : OpenIdConnectEvents
{
    // Where it leads back to is what the operator says, and never what a request says (S57).
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = context
            .HttpContext.RequestServices.GetRequiredService<LinkAddress>()
            .Of(IssuerDoor.Ends(issuer))
            .AbsoluteUri;
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        var entry = context.HttpContext.RequestServices.GetRequiredService<IssuerEntry>();
        var answer = await entry.Enter(context.HttpContext, issuer, context.Principal!);
        await IssuerEndpoints.Answer(issuer, answer, context.ReturnUri ?? "/").ExecuteAsync(context.HttpContext);
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        return IssuerEndpoints.Answer(issuer, new IssuerAnswer.Failed(), "/").ExecuteAsync(context.HttpContext);
    }
}

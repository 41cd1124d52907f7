using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Rung.Core.Guides;
using Rung.Server.Api.Problems;
using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Cases;
using Rung.Storage.Inbound;

namespace Rung.Server.Api.Binding;

/// <summary>The mail of the path, at the desk of the path.</summary>
internal sealed class AtMail : IBound, IEndpointParameterMetadataProvider
{
    private static readonly Field Field = new("id", "path", "The mail's number.", 17) { IsRequired = true };

    private readonly InboundMail? _mail;

    private AtMail(AtDesk desk, InboundMail? mail) => (Desk, _mail) = (desk, mail);

    public ProblemAnswer? Problem { get; private init; }
    public AtDesk Desk { get; }
    public InboundMail Mail => _mail!;
    public Guide Guide => Desk.Guide;

    public static async ValueTask<AtMail> BindAsync(HttpContext context)
    {
        var desk = AtDesk.Of(context);
        if (desk.Problem is { } wrong)
        {
            return new AtMail(desk, null) { Problem = wrong };
        }
        var text = context.Request.RouteValues["id"] as string;
        var database = context.RequestServices.GetRequiredService<RungDatabase>();
        return
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await database.Inbound.Find(id) is { } mail
            && await IsSeen(context, mail, desk)
            ? new AtMail(desk, mail)
            : new AtMail(desk, null)
            {
                Problem = Refusing.Because(ProblemKind.NoSuchMail, "This desk has no mail of this number."),
            };
    }

    // What came to a complaint is seen by those who may see that. ESS-93.
    private static async Task<bool> IsSeen(HttpContext context, InboundMail mail, AtDesk desk) =>
        await context
            .RequestServices.GetRequiredService<ServiceDesk>()
            .MaySee((mail.Desk, mail.CaseId), desk.Id, await ActingAs.Viewer(context));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        AtDesk.PopulateMetadata(parameter, builder);
        builder.Metadata.Add(Field);
    }
}

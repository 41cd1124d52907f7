using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Rung.Server.Accounts;
using Rung.Server.Customers;
using Rung.Server.Desk.Versions;
using Rung.Server.Feeds;
using Rung.Server.Hosting;
using Rung.Server.Links;
using Rung.Server.Pages.Acting;
using Rung.Server.Pages.Calendar;
using Rung.Server.Pages.Calls;
using Rung.Server.Pages.Cases;
using Rung.Server.Pages.Complaints;
using Rung.Server.Pages.Customers;
using Rung.Server.Pages.Drafts;
using Rung.Server.Pages.Erasures;
using Rung.Server.Pages.Escalations;
using Rung.Server.Pages.Evidence;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Guides;
using Rung.Server.Pages.Heartbeats;
using Rung.Server.Pages.Help;
using Rung.Server.Pages.Intake;
using Rung.Server.Pages.Mailboxes;
using Rung.Server.Pages.Outgoing;
using Rung.Server.Pages.Portal;
using Rung.Server.Pages.Portal.Articles;
using Rung.Server.Pages.Portal.Cases;
using Rung.Server.Pages.Portal.Report;
using Rung.Server.Pages.Problems;
using Rung.Server.Pages.Promises;
using Rung.Server.Pages.Queue;
using Rung.Server.Pages.Retention;
using Rung.Server.Pages.Search;
using Rung.Server.Pages.Versions;
using Rung.Server.SubjectAccess;

namespace Rung.Server.Pages.Hosting;

/// <summary>The pages as the host takes them: each address is an endpoint that answers a whole page.</summary>
public static class RungPages
{
    public static void AddRungPages(this IServiceCollection services, RungOptions options)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(forms => forms.Cookie = new FormCookie());
        // Forms that were open before a restart can still be sent.
        services
            .AddDataProtection()
            .SetApplicationName("rung")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataFolder, DataFolder.KeysName)));
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddSingleton<FrameMaker>();
        services.AddSingleton<LiveCalls>();
        services.AddSingleton<QueueReader>();
        services.AddSingleton<PromiseReader>();
        services.AddSingleton<CaseReader>();
        services.AddSingleton<EscalationsReader>();
        services.AddSingleton<CallBoardReader>();
        services.AddSingleton<CaseSender>();
        services.AddSingleton<CallReader>();
        services.AddSingleton<CallSender>();
        services.AddSingleton<CallParts>();
        services.AddSingleton<CaseFormParts>();
        services.AddSingleton<IntakePages>();
        services.AddSingleton<MailPages>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<MailParts>();
        services.AddSingleton<OutgoingParts>();
        services.AddSingleton<ComplaintPages>();
        services.AddSingleton<CustomerPages>();
        services.AddSingleton<CustomerImport>();
        services.AddSingleton<ImportPages>();
        services.AddSingleton<SubjectCases>();
        services.AddSingleton<SharedAddresses>();
        services.AddSingleton<SubjectMails>();
        services.AddSingleton<SubjectFile>();
        services.AddSingleton<LegalHoldPages>();
        services.AddSingleton<RetentionPages>();
        services.AddSingleton<ErasurePages>();
        services.AddSingleton<PortalVisitors>();
        services.AddSingleton<PortalLine>();
        services.AddSingleton<GuideParts>();
        services.AddSingleton<VersionMoves>();
        services.AddSingleton<KnownProblemReader>();
        services.AddSingleton<ReportDesk>();
        services.AddSingleton<PortalCaseList>();
        services.AddSingleton<PortalCaseParts>();
        services.AddSingleton<HelpPages>();
        services.AddSingleton<HeartbeatPages>();
        services.AddSingleton<HelpArticles>();
        services.AddSingleton<FeedDesk>();
        services.AddSingleton<CalendarDoor>();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<SealedLinks>();
        services.AddSingleton<ContactEntry>();
        services.AddSingleton<LinkRequests>();
        services.AddSingleton<LeavingMail>();
    }

    /// <summary>Everything a browser is told besides the page; before the endpoints.</summary>
    public static void UseRungPages(this WebApplication app, RungOptions options)
    {
        app.Use(SecurityHeaders.Add);
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api"), pages => pages.UseProblemPages());
        if (options.HasAccounts)
        {
            app.UseAudit();
            app.UseGate();
        }
        app.UseAntiforgery();
    }

    public static void MapRungPages(this WebApplication app)
    {
        app.MapStaticAssets(Path.Combine(AppContext.BaseDirectory, "rung.staticwebassets.endpoints.json"))
            .WithMetadata(OpenToAnybody.Mark);
        // Browsers ask for it of their own accord, whatever the pages say.
        app.MapGet("/favicon.ico", () => Results.Redirect("/mark.svg", permanent: true))
            .ExcludeFromDescription()
            .WithMetadata(OpenToAnybody.Mark);
        var pages = app.MapGroup("").AddEndpointFilter(DeskFilter.Check).ExcludeFromDescription();
        pages.WithMetadata(new RequireAntiforgeryTokenAttribute());
        ActingEndpoints.Map(pages);
        var ofWork = pages.MapGroup("").WithMetadata(OffersColleagues.Mark);
        QueueEndpoints.Map(ofWork);
        PromiseEndpoints.Map(ofWork);
        CaseEndpoints.Map(ofWork);
        EvidenceEndpoints.Map(pages);
        EscalationEndpoints.Map(pages);
        CallEndpoints.Map(pages);
        ComplaintPageEndpoints.Map(pages);
        IntakeEndpoints.Map(pages);
        MailContentEndpoints.Map(pages);
        DraftEndpoints.Map(pages);
        SearchEndpoints.Map(pages);
        GuideEndpoints.Map(app);
        OutgoingEndpoints.Map(pages);
        MailboxEndpoints.Map(pages);
        VersionsEndpoints.Map(pages);
        CustomerPageEndpoints.Map(pages);
        LegalHoldEndpoints.Map(pages);
        RetentionEndpoints.Map(pages);
        ErasureEndpoints.Map(pages);
        ArticleEndpoints.Map(pages);
        HeartbeatPageEndpoints.Map(pages);
        CalendarEndpoints.Map(pages);
        PortalEndpoints.Map(pages);
    }
}

using Microsoft.Extensions.Caching.Memory;
using Rung.Server.Accounts;
using Rung.Server.Desk;
using Rung.Server.Links;
using Rung.Server.Pages.Calendar;
using Rung.Server.Pages.Portal;
using Rung.Storage;
using Rung.Storage.Audit;

namespace Rung.Server.Audit;

/// <summary>
/// Writes down who looked at what, exported, changed, was refused or signed in (S69): once the request is through, and before
/// its answer ends. Stands before the gate, so that it sees whom that turns away.
/// </summary>
internal sealed partial class AuditTrail(
    RungDatabase database,
    DeskRegister desks,
    DeskClock clock,
    ILogger<AuditTrail> log
) : IDisposable
{
    private const int Remembered = 20_000;
    private const int LongestAbout = 400;

    // A page that is open reads itself anew whenever something changes: that is one look.
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _looks = new(new MemoryCacheOptions { SizeLimit = Remembered });

    public async Task Record(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        finally
        {
            // What failed half-way may have changed something before.
            await Write(context);
        }
    }

    /// <summary>What is done by itself in the middle of a request, such as signing in, and by whom.</summary>
    public static void Note(HttpContext context, string who, string what)
    {
        Notes(context).Add((who, what));
    }

    /// <summary>Of whom or what it was, where the path does not say: it stands after the path.</summary>
    public static void Detail(HttpContext context, string words) => Notes(context).Detail = words;

    /// <summary>What was sent left everything as it was.</summary>
    public static void ChangedNothing(HttpContext context) => Notes(context).ChangedNothing = true;

    private static AuditNotes Notes(HttpContext context)
    {
        var notes = context.Features.Get<AuditNotes>() ?? new AuditNotes();
        context.Features.Set(notes);
        return notes;
    }

    public void Dispose() => _looks.Dispose();

    private async Task Write(HttpContext context)
    {
        try
        {
            foreach (var (who, what) in Done(context))
            {
                var about = About(context);
                if (what != Deed.Read || IsNewLook(who, about))
                {
                    await database.Audit.Add(new AuditEntry(clock.Now(), who, Source(context), what, about));
                }
            }
        }
        catch (StorageException e)
        {
            // What was asked for is done: to say that it was not would be wrong.
            Lost(e, About(context));
        }
    }

    private IEnumerable<(string Who, string What)> Done(HttpContext context)
    {
        foreach (var note in context.Features.Get<AuditNotes>() ?? [])
        {
            yield return note;
        }
        if (SignedIn.Of(context) is { } who && Deed.Of(context, who, desks) is { } what)
        {
            yield return (who.Name, what);
        }
        else if (context.Features.Get<PortalVisitor>() is { } visitor && Deed.OfContact(context) is { } did)
        {
            yield return (visitor.Signature, did);
        }
    }

    private bool IsNewLook(string who, string about)
    {
        var look = (who, about);
        if (_looks.TryGetValue(look, out _))
        {
            return false;
        }
        _looks.Set(look, look, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = OneLook });
        return true;
    }

    // As it stood in the request: one line of plain characters, whatever was put into it.
    private static string About(HttpContext context)
    {
        var detail = context.Features.Get<AuditNotes>()?.Detail;
        var path = Bare(context.Request.Path).ToUriComponent() + (detail is null ? "" : $" {detail}");
        return path.Length > LongestAbout ? path[..LongestAbout] : path;
    }

    // An address by which somebody gets in is worth as much as a password as long as it opens something (S15).
    private static PathString Bare(PathString path) =>
        path.StartsWithSegments(Invitation.Path) ? Invitation.Path
        : path.Value?.Split('/') is ["", var desk, PortalAddresses.Part, PortalAddresses.EnterPart, ..]
            ? PortalAddresses.Enter(desk, "", PortalAddresses.Home(desk)).TrimEnd('/')
        : path.Value?.Split('/') is ["", _, CaseLinks.Part or CalendarDoor.Part, _, ..] parts
            ? new PathString($"/{parts[1]}/{parts[2]}")
        : path;

    private static string Source(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    [LoggerMessage(LogLevel.Error, "What was done at {About} could not be written into the audit trail.")]
    private partial void Lost(Exception e, string about);
}

/// <summary>What was done by itself in the middle of a request.</summary>
internal sealed class AuditNotes : List<(string Who, string What)>
{
    public string? Detail { get; set; }
    public bool ChangedNothing { get; set; }
}

using Rung.Server.Hosting;
using Rung.Storage;

namespace Rung.Server.Links;

/// <summary>Whether mail leaves this installation: there is a mail server for it, and it is no copy that was muted.</summary>
internal sealed class LeavingMail(RungDatabase database, RungOptions options)
{
    public async Task<bool> Leaves() => options.Smtp is not null && await database.Settings.Muted() is null;

    /// <summary>The same for whoever is shown a page.</summary>
    public static Task<bool> Leaves(HttpContext context) =>
        context.RequestServices.GetRequiredService<LeavingMail>().Leaves();
}

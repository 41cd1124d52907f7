using System.IO.Compression;
using Rung.Core.Cases;
using Rung.Server.Desk;
using Rung.Server.Pages.Evidence;
using Rung.Storage;
using Rung.Storage.Accounts;

namespace Rung.Server.SubjectAccess;

/// <summary>
/// Everything that is kept of somebody of a customer and that a customer may know, as one zip for people and programs: what is on file, their cases, the
/// mail from and to them. What the desk noted for itself is not in it. S72; UK GDPR, Articles 15 and 20.
/// </summary>
internal sealed class SubjectFile(RungDatabase database, SubjectCases cases, SubjectMails mails, DeskClock clock)
{
    private const int EveryNote = int.MaxValue;

    /// <summary>Whether they may see all that would be in it: a complaint is for the posts that its guide names (ESS-93).</summary>
    public Task<bool> SeesAll(Subject subject, Actor who) => cases.AreSeen(subject, who, clock.Now());

    /// <returns>The zip, from its first byte on; in a file that is gone once it is closed.</returns>
    public async Task<Stream> Make(Subject subject, CancellationToken stop)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"rung-{Guid.NewGuid():N}.zip"), options);
        try
        {
            await Write(file, subject, stop);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task Write(Stream to, Subject subject, CancellationToken stop)
    {
        await using var archive = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, null, stop);
        var zip = new SubjectZip(archive, stop);
        await zip.Add("person.json", await OnFile(subject));
        var index = new SubjectIndexView(subject, clock.Now())
        {
            Cases = await cases.Write(subject, zip, clock.Now()),
            Mails = await mails.Write(subject, zip),
        };
        await zip.Add("index.html", await StandaloneHtml.Write<SubjectIndex>(nameof(SubjectIndex.View), index));
    }

    private async Task<SubjectBody> OnFile(Subject subject)
    {
        var customer = subject.Customer.Id;
        var notes = await database.Complaints.Notes(subject.Desk, EveryNote);
        var referrals = await database.Customers.Referrals(subject.Desk, EveryNote);
        var signedIn = await database.ContactEntries.KeptOf(subject.Desk, (customer, subject.Contact.Id));
        return SubjectBody.Of(subject) with
        {
            SignedIn = [.. signedIn.Select(one => new SignedInBody(one.BeganAt, one.SeenAt))],
            KnownAt = await database.Identities.Of(IdentityStore.Contact(subject.Desk, customer, subject.Contact.Id)),
            Redirections =
            [
                .. notes
                    .Where(one => one.CustomerId == customer && subject.Is(one.ContactId, one.ContactName))
                    .Select(one => new SpokenBody(one.At, one.Text, one.Said)),
            ],
            Referrals =
            [
                .. referrals
                    .Where(one => one.CustomerId == customer && subject.Is(one.CallerId, one.CallerName))
                    .Select(one => new SpokenBody(one.At, one.Reason, one.ReferredTo)),
            ],
        };
    }
}

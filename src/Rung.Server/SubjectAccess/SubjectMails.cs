using Rung.Storage;

namespace Rung.Server.SubjectAccess;

/// <summary>Mail from somebody as it came, and what was written to them.</summary>
internal sealed class SubjectMails(RungDatabase database, SharedAddresses shared)
{
    private const int AtOnce = 100;

    /// <returns>How many came, and how many were written; null: others have their address too, so that there is none.</returns>
    public async Task<(int In, int Out)?> Write(Subject subject, SubjectZip zip) =>
        subject.Contact.Email is not { } address ? (0, 0)
        : await shared.SharedWith(subject) is not null ? null
        : (await In(subject, address, zip), await Out(subject, address, zip));

    private async Task<int> In(Subject subject, string address, SubjectZip zip)
    {
        var (count, after) = (0, 0L);
        while (await database.Inbound.OfAuthor(subject.Desk, address, AtOnce, after) is { Count: > 0 } page)
        {
            foreach (var mail in page)
            {
                await zip.Add($"mail-from-them/{mail.Id}.eml", await database.Inbound.Content(mail.Id) ?? []);
            }
            (count, after) = (count + page.Count, page[^1].Id);
        }
        return count;
    }

    private async Task<int> Out(Subject subject, string address, SubjectZip zip)
    {
        var (count, after) = (0, 0L);
        while (await database.Outbox.OfRecipient(subject.Desk, address, AtOnce, after) is { Count: > 0 } page)
        {
            foreach (var one in page)
            {
                var (id, message) = (one.Id, one.Message);
                await zip.Add(
                    $"mail-to-them/{id}.json",
                    new WrittenBody(id, message.Subject, message.Text, message.QueuedAt, one.State)
                    {
                        Reference = one.Reference,
                    }
                );
            }
            (count, after) = (count + page.Count, page[^1].Id);
        }
        return count;
    }
}

using NodaTime.Text;
using Rung.Server.Pages.Accounts;
using Rung.Server.Pages.Forms;
using Rung.Storage;
using Rung.Storage.Audit;

namespace Rung.Server.Pages.Trail;

/// <summary>Goes along the audit trail for whoever asks, for one at a time, since it reads all of it.</summary>
internal sealed class TrailProof(RungDatabase database) : IDisposable
{
    private const string Name = "head";

    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<TrailProofView> Of(HttpContext context)
    {
        var typed = new FormValues(context.Request.Query.ToDictionary(StringComparer.Ordinal));
        var noted = AuditHead.Parse(typed.Maybe(Name));
        var view = new TrailProofView(AccountAround.Of(context), null, null, null)
        {
            Noted = typed.Fill(
                new(Name, "The head that was noted earlier")
                {
                    Optional = true,
                    Hint = "With it you also find out whether everything was written anew since.",
                }
            ),
        };
        if (noted is null && typed.Maybe(Name) is not null)
        {
            var sentence = "A head is a number, a colon and 64 digits from 0 to f, as this page shows it.";
            return view with
            {
                Noted = view.Noted with { Error = sentence },
                Errors = [new ErrorView(sentence, view.Noted.ElementId)],
            };
        }
        var (fault, head, begin) = await Verify(noted, context.RequestAborted);
        return view with
        {
            Fault = fault,
            Head = fault is null && head != AuditHead.None ? head.ToString() : null,
            Begin = begin == AuditAnchor.None ? null : Words(begin),
        };
    }

    public void Dispose() => _turn.Dispose();

    private async Task<AuditVerdict> Verify(AuditHead? noted, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            return await new AuditVerifier(database.Audit, noted).Verify();
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string Words(AuditAnchor begin) =>
        $"Entries up to {begin.Ended.Number} ended {InstantPattern.General.Format(begin.At)} ({begin.Rule}).";
}

using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides.Showing;
using Rung.Core.Wording;

namespace Rung.Core.Evidence;

/// <summary>When the case waited for the customer or for information, and for what. ESS-71.</summary>
internal static class HoldPart
{
    /// <returns>Nothing when it was never on hold.</returns>
    public static IEnumerable<EvidenceSection> Of(EvidenceOf of, CitedParagraphs cited)
    {
        var happened = of.Events.OrderBy(one => one.At).ToList();
        var rows = happened.OfType<Held>().Select(held => Row(of, held, EndOf(happened, held), cited)).ToList();
        if (rows.Count > 0)
        {
            yield return new EvidenceSection(
                "holds",
                "On hold",
                [new Block.Table(null, ["From", "To", "Why", "Waiting for", "How it ended", "Guide"], rows)]
            );
        }
    }

    private static string[] Row(EvidenceOf of, Held held, CaseEvent? end, CitedParagraphs cited)
    {
        var reason = of.Guide.HoldReason(held.Reason);
        return
        [
            of.Times.Of(held.At),
            end is null ? "it still is" : of.Times.Of(end.At),
            reason?.Name ?? held.Reason,
            held.Awaiting,
            end is null ? "" : Ended(of, end),
            cited.Heading(reason?.Cite),
        ];
    }

    private static CaseEvent? EndOf(List<CaseEvent> happened, Held held) =>
        happened.Skip(happened.IndexOf(held) + 1).FirstOrDefault(one => one is Resumed or Resolved or Closed or Held);

    private static string Ended(EvidenceOf of, CaseEvent end) =>
        end switch
        {
            Resumed => EventText.Of(of.Guide, end),
            Held => "another hold began",
            Closed => "the case was closed",
            _ => "the matter was resolved",
        };
}

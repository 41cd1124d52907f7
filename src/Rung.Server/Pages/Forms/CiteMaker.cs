using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Pages.Hosting;

namespace Rung.Server.Pages.Forms;

/// <summary>Links to paragraphs of the guide, and refusals as errors that carry one.</summary>
internal static class CiteMaker
{
    public static CiteView Of(Guide guide, string paragraph) =>
        new(guide.Heading(paragraph), Addresses.Guide(guide.Document.Id, paragraph));

    public static ErrorView Of(Guide guide, Refusal refusal) =>
        new(refusal.Sentence, null, refusal.Cite is { } cite ? Of(guide, cite) : null);
}

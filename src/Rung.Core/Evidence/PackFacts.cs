using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Guides.Showing;

namespace Rung.Core.Evidence;

/// <summary>The head of a pack: whose case it is, for whom the pack is, and how its times are to be read.</summary>
internal static class PackFacts
{
    public static Block.Definitions Of(EvidenceOf of)
    {
        var (guide, state) = (of.Guide, of.State);
        var (reporter, document) = (state.Logged.Reporter, guide.Document);
        var theirs = reporter.CustomerReference is { } own ? $"; theirs: {own}" : "";
        Definition[] facts =
        [
            new("Case", $"{state.Reference}{theirs}"),
            new("About", state.Logged.Subject),
            new("Customer", $"{reporter.CustomerName}; reported by {reporter.ContactName}"),
            new("Desk", $"{guide.Desk.Name}; {document.Title}, version {document.Version}"),
            new("Stands", $"{Condition(of)}, priority {state.Priority ?? "not set"}"),
            new("As of", of.Times.Line(of.Now)),
            new("Times", Zones(of)),
            new("Edition", Edition(of.Edition)),
        ];
        return new Block.Definitions(facts);
    }

    private static string Condition(EvidenceOf of)
    {
        var rule = of.Guide.Conditions.FirstOrDefault(one => one.Condition == of.State.Condition);
        return $"{rule?.Name ?? $"{of.State.Condition}"} since {of.Times.Line(of.State.ConditionSince)}";
    }

    private static string Zones(EvidenceOf of)
    {
        var desk = $"Those of the desk, {of.Guide.DeskCalendar.Zone.Id}";
        return of.Theirs is { } zone && zone.Id != of.Guide.DeskCalendar.Zone.Id
            ? $"{desk}; beside them the customer's, {zone.Id}, where it is another."
            : $"{desk}.";
    }

    private static string Edition(EvidenceEdition edition) =>
        edition == EvidenceEdition.Internal
            ? "Internal: with notes and what posts said to each other. Not to be handed to the customer."
            : "For the customer: without notes and what stays inside the desk.";
}

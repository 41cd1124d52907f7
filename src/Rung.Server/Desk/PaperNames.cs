using Rung.Core.Complaints;

namespace Rung.Server.Desk;

/// <summary>What a paper is called when somebody keeps it.</summary>
internal static class PaperNames
{
    public static string Of(CaseSnapshot found, string hash) =>
        found.Events.SelectMany(CasePapers.Of).FirstOrDefault(paper => paper.Hash == hash)?.Name ?? "paper";
}

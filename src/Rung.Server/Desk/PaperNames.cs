namespace Rung.Server.Desk;

/// <summary>What a paper is called when somebody keeps it.</summary>
internal static class PaperNames
{
    public static string Of(CaseSnapshot found, string hash)
    {
        var papers = (found.State.Logged.Complaint?.Papers ?? []).Concat(found.State.Complaint?.Papers ?? []);
        return papers.FirstOrDefault(paper => paper.Hash == hash)?.Name ?? "paper";
    }
}

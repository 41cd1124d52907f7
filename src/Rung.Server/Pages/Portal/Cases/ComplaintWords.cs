using Rung.Core.Cases;

namespace Rung.Server.Pages.Portal.Cases;

/// <summary>How a complaint stands, in words for whoever complained: a guide's words for conditions are about faults. ESS-88.</summary>
internal static class ComplaintWords
{
    public static (string Name, string Means) Of(Condition condition) =>
        condition switch
        {
            Condition.Open => ("Received", "We have your complaint. Somebody will look into it."),
            Condition.Assigned => ("Being looked into", "Somebody is looking into your complaint."),
            Condition.OnHold => ("Waiting for you", "We need something from you before we can go on."),
            Condition.Resolved or Condition.ResolvedToConfirm => (
                "Answered",
                "We have answered it. If you are not content with the answer, tell us: the complaint is then taken up again."
            ),
            Condition.Closed => ("Closed", "It is answered, and it stays closed."),
            _ => throw new NotSupportedException($"No words for {condition}."),
        };
}

using Rung.Server.Pages.Accounts;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Setup;

/// <summary>What is to do until a new installation serves its first customer, and how far that is.</summary>
public sealed record SetupView(AccountAround Around, IReadOnlyList<SetupStepView> Steps)
{
    /// <summary>What was wrong with what was sent last.</summary>
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];
}

/// <summary>One step. How it stands is read from the installation each time, so that nothing is lost by stopping in the middle.</summary>
/// <param name="Id">In the page's address, behind #.</param>
public sealed record SetupStepView(string Id, string Title, SetupStanding Standing, IReadOnlyList<string> Says)
{
    /// <summary>What is wrong, each a sentence.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What is typed on the machine that Rung runs on.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];
    public IReadOnlyList<(string Label, string Href)> Links { get; init; } = [];
    public IReadOnlyList<AccountFormView> Forms { get; init; } = [];

    /// <summary>A file is taken here.</summary>
    public bool TakesGuide { get; init; }
}

/// <summary>How a step stands.</summary>
public enum SetupStanding
{
    Done,
    ToDo,

    /// <summary>Rung works without it.</summary>
    Later,

    /// <summary>Something has to be mended.</summary>
    Wrong,
}

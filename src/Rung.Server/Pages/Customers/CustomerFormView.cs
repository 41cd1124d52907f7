using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Customers;

/// <summary>One form about a customer: itself, somebody of it, a site, a service, a departure.</summary>
public sealed record CustomerFormView
{
    public required FrameView Frame { get; init; }
    public required CustomerForm Form { get; init; }

    /// <summary>The address that the form is sent to.</summary>
    public required string Here { get; init; }

    /// <summary>The tag of the record as it was when the form was opened; empty: there was none.</summary>
    public required string Seen { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];

    /// <summary>What is open, where that bears on what is done.</summary>
    public IReadOnlyList<OpenCaseView> Open { get; init; } = [];
}

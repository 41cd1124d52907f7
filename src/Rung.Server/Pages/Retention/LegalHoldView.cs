using Rung.Server.Pages.Forms;
using Rung.Server.Pages.Frame;

namespace Rung.Server.Pages.Retention;

/// <summary>The legal holds on one thing.</summary>
/// <param name="Name">What they are on.</param>
/// <param name="Here">Where a new one is sent to.</param>
public sealed record LegalHoldView(FrameView Frame, string Name, string Here, string BackHref)
{
    public required IReadOnlyList<HoldRowView> Standing { get; init; }
    public required IReadOnlyList<HoldRowView> Lifted { get; init; }

    /// <summary>Another hold that it is under: its customer's, its reporter's. Null: none.</summary>
    public HoldElsewhereView? Elsewhere { get; init; }

    /// <summary>Whoever looks may place and lift.</summary>
    public required bool MayChange { get; init; }
    public IReadOnlyList<ErrorView> Errors { get; init; } = [];

    public static FieldView Reason(string value = "", string? form = null) =>
        new("reason", "Why", FieldType.Long) { Value = value, Form = form };
}

/// <param name="Placed">"Placed today 15:20 by Sam, Service Desk Manager".</param>
/// <param name="LiftHref">Where the form that lifts it is sent to.</param>
public sealed record HoldRowView(long Number, string Placed, string Reason, string LiftHref)
{
    /// <summary>The same of its end; null: it stands.</summary>
    public string? Lifted { get; init; }
    public string? LiftReason { get; init; }
}

/// <param name="On">What it is on: "its customer".</param>
public sealed record HoldElsewhereView(string On, string Href);

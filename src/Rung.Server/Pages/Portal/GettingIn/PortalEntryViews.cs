using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Portal.GettingIn;

/// <summary>Asks a customer's person for their address, to send them a link.</summary>
public sealed record PortalSignInView(PortalFrameView Frame, string Here)
{
    public required FieldView Email { get; init; }

    /// <summary>Whether a link can be sent at all.</summary>
    public required bool MailLeaves { get; init; }

    /// <summary>Where else they may sign in, by name.</summary>
    public IReadOnlyList<(string Name, string Href)> Issuers { get; init; } = [];

    /// <summary>Where they may be signed in still, having signed out here; null: nowhere.</summary>
    public (string Name, string Href)? Left { get; init; }

    /// <summary>The page that they wanted.</summary>
    public required string Return { get; init; }

    public IReadOnlyList<ErrorView> Errors => Email.Error is { } error ? [new(error, Email.ElementId)] : [];
}

/// <summary>That a link may be on its way, or leads nowhere any more.</summary>
/// <param name="AskHref">Where one asks for another.</param>
public sealed record PortalSentView(PortalFrameView Frame, string AskHref);

/// <summary>What a link of a mail opens: the button that signs in.</summary>
/// <param name="Here">The path of the link.</param>
/// <param name="Name">Whom it lets in, where it is one.</param>
public sealed record PortalEnterView(PortalFrameView Frame, string Here, string Name)
{
    /// <summary>Which of several they are; null: there is one.</summary>
    public FieldView? Who { get; init; }
    public required string Return { get; init; }

    public IReadOnlyList<ErrorView> Errors => Who is { Error: { } error } ? [new(error, Who.ElementId)] : [];
}

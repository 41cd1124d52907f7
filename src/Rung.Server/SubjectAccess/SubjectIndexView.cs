using NodaTime;

namespace Rung.Server.SubjectAccess;

/// <summary>What is in the zip, for whoever opens it.</summary>
/// <param name="At">When it was made.</param>
public sealed record SubjectIndexView(Subject Subject, Instant At)
{
    /// <summary>References, each with what of it is in it where that is not all.</summary>
    public required IReadOnlyList<string> Cases { get; init; }

    /// <summary>Null: others have their address too, so that none of it is in there.</summary>
    public required (int In, int Out)? Mails { get; init; }

    public string When =>
        At.InZone(Subject.Guide.DeskCalendar.Zone)
            .ToString("d MMMM uuuu, HH:mm x", System.Globalization.CultureInfo.InvariantCulture);
}

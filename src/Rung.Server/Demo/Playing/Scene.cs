using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Customers;

namespace Rung.Server.Demo.Playing;

/// <summary>What a step may look at when its command is made.</summary>
/// <param name="At">When the step happens.</param>
/// <param name="Reference">The reference of another story, by its key.</param>
internal sealed record Scene(Play Play, Contact Contact, Instant At, Func<string, CaseReference> Reference)
{
    /// <summary>The date that many working days on.</summary>
    public LocalDate DateIn(int days)
    {
        var calendar = Play.Guide.DeskCalendar;
        return calendar.Add(At, calendar.NominalDay * days).Value.InZone(calendar.Zone).Date;
    }
}

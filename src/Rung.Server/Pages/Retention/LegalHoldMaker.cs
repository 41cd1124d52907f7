using Rung.Core.Cases;
using Rung.Core.Escalations;
using Rung.Core.Retention;
using Rung.Server.Pages.Frame;
using Rung.Server.Pages.Hosting;
using Rung.Server.Pages.Words;

namespace Rung.Server.Pages.Retention;

/// <summary>Legal holds as their pages show them.</summary>
internal static class LegalHoldMaker
{
    public static HoldRowView Row(Visit visit, HeldThing thing, LegalHold hold) =>
        new(
            hold.Number,
            $"Placed {MomentWords.Near(hold.At, visit.Now, visit.Zone)} by {Who(visit, hold.By)}",
            hold.Reason,
            $"{thing.Here}/{hold.Number}/lift"
        )
        {
            Lifted = hold.Lifted is { } end
                ? $"Lifted {MomentWords.Near(end.At, visit.Now, visit.Zone)} by {Who(visit, end.By)}"
                : null,
            LiftReason = hold.Lifted?.Reason,
        };

    /// <param name="over">The hold; null: it is under no other.</param>
    public static HoldElsewhereView? Elsewhere(string desk, HeldThing thing, LegalHold? over) =>
        over is null || over.On == thing.On
            ? null
            : over.On switch
            {
                UnderHold.OnContact held => new(
                    "who reported it",
                    Addresses.Contact(desk, held.Customer, held.Contact, HeldThing.Part)
                ),
                UnderHold.OnCustomer held => new("its customer", Addresses.Customer(desk, held.Id, HeldThing.Part)),
                _ => null,
            };

    private static string Who(Visit visit, Actor actor) =>
        visit.Guide.RoleTitle(actor.Role) is var title && title == actor.Name ? title : $"{actor.Name}, {title}";
}

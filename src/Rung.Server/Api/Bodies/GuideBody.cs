using Rung.Core.Guides;

namespace Rung.Server.Api.Bodies;

/// <summary>
/// The guide in force, as far as callers need its ids and its words; its text form is at <c>guide/text</c>.
/// </summary>
public sealed record GuideBody
{
    public required DocumentControl Document { get; init; }

    /// <summary>SHA-256 of the guide's file.</summary>
    public required string ContentHash { get; init; }
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }
    public required DeskHours Desk { get; init; }
    public required IReadOnlyList<Role> Roles { get; init; }
    public required IReadOnlyList<Service> Services { get; init; }
    public required IReadOnlyList<RouteBody> Routes { get; init; }
    public FirstLineReferral? FirstLine { get; init; }
    public required IReadOnlyList<NamedBody> Contracts { get; init; }
    public required IReadOnlyList<CaseKind> Kinds { get; init; }
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Most urgent first.</summary>
    public required IReadOnlyList<Priority> Priorities { get; init; }
    public required IReadOnlyList<TargetBody> Targets { get; init; }
    public required IReadOnlyList<ConditionText> Conditions { get; init; }
    public required IReadOnlyList<HoldReasonBody> HoldReasons { get; init; }
    public required IReadOnlyList<WaitReason> WaitReasons { get; init; }
    public required IReadOnlyList<NamedBody> Dispositions { get; init; }
    public required IReadOnlyList<NamedBody> Flags { get; init; }

    /// <summary>Questions that the source leaves open, and the reading this guide takes.</summary>
    public required IReadOnlyList<ReadingTaken> Readings { get; init; }

    public static GuideBody Of(Guide guide) =>
        new()
        {
            Document = guide.Document,
            ContentHash = guide.ContentHash,
            Paragraphs = guide.Paragraphs,
            Desk = guide.Desk,
            Roles = guide.Roles,
            Services = guide.Services,
            Routes = [.. guide.Routes.Select(RouteBody.Of)],
            FirstLine = guide.FirstLine,
            Contracts = [.. guide.Contracts.Select(contract => new NamedBody(contract.Id, contract.Name, null))],
            Kinds = guide.Kinds,
            Questions = guide.Intake.Questions,
            Priorities = guide.Priorities,
            Targets = [.. guide.Targets.Select(TargetBody.Of)],
            Conditions = guide.Conditions,
            HoldReasons = [.. guide.HoldReasons.Select(HoldReasonBody.Of)],
            WaitReasons = guide.WaitReasons,
            Dispositions = [.. guide.Dispositions.Select(one => new NamedBody(one.Id, one.Name, one.Cite))],
            Flags = [.. guide.Flags.Select(flag => new NamedBody(flag.Id, flag.Name, flag.Cite))],
            Readings = guide.Readings,
        };
}

public sealed record NamedBody(string Id, string Name, string? Cite);

/// <summary>Whom to contact for what (ESS-08 to ESS-12).</summary>
/// <param name="Services">Services it is for; empty: all.</param>
public sealed record RouteBody(
    string Id,
    string Name,
    string Purpose,
    IReadOnlyList<string> Services,
    IReadOnlyList<RouteAddress> Addresses,
    string? FrontMessage,
    string? Note,
    string Cite
)
{
    public static RouteBody Of(Core.Guides.Route route) =>
        new(
            route.Id,
            route.Name,
            route.Purpose,
            route.Services,
            route.Addresses,
            route.FrontMessage,
            route.Note,
            route.Cite
        );
}

/// <summary>A promise that a clock measures.</summary>
public sealed record TargetBody(string Id, string Name, TargetRole Role, Firmness Firmness, string Cite)
{
    public static TargetBody Of(Target target) =>
        new(target.Id, target.Name, target.Role, target.Firmness, target.Cite);
}

/// <summary>A reason to put a case On-Hold.</summary>
public sealed record HoldReasonBody(string Id, string Name, Pauses Pauses, HoldEnds Ends, string? Awaited, string Cite)
{
    public static HoldReasonBody Of(HoldReason reason) =>
        new(reason.Id, reason.Name, reason.Pauses, reason.Ends, reason.Awaited, reason.Cite);
}

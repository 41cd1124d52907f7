using Rung.Core.Cases;

namespace Rung.Server.Api.Problems;

/// <summary>A kind of problem: its code, its HTTP status and its title. The only table of them.</summary>
public sealed record ProblemKind(string Code, int Status, string Title)
{
    public static readonly ProblemKind MalformedRequest = new(
        "malformed-request",
        400,
        "The request cannot be understood"
    );
    public static readonly ProblemKind ActorMissing = new("actor-missing", 400, "Who acts is not said");
    public static readonly ProblemKind ActorNotBelieved = new("actor-not-believed", 400, "Who acts is not said here");
    public static readonly ProblemKind NotSignedIn = new("not-signed-in", 401, "Nobody is signed in");
    public static readonly ProblemKind NoSuchPath = new("no-such-path", 404, "There is nothing here");
    public static readonly ProblemKind NoSuchDesk = new("no-such-desk", 404, "There is no such desk");
    public static readonly ProblemKind NoSuchClock = new("no-such-clock", 404, "The case has no such clock");
    public static readonly ProblemKind NoSuchCustomer = new("no-such-customer", 404, "There is no such customer");
    public static readonly ProblemKind NoSuchDraft = new("no-such-draft", 404, "There is no draft");
    public static readonly ProblemKind NoSuchHeartbeat = new("no-such-heartbeat", 404, "There is no such heartbeat");
    public static readonly ProblemKind NoSuchArticle = new("no-such-article", 404, "There is no such article");
    public static readonly ProblemKind NoSuchMail = new("no-such-mail", 404, "There is no such mail");
    public static readonly ProblemKind WrongMethod = new("wrong-method", 405, "This cannot be done here");
    public static readonly ProblemKind KeyInUse = new("key-in-use", 409, "The same request is being carried out");
    public static readonly ProblemKind CustomerTaken = new("customer-taken", 409, "Another customer has this");
    public static readonly ProblemKind CustomerChanged = new("customer-changed", 412, "The customer has changed");
    public static readonly ProblemKind HeartbeatChanged = new("heartbeat-changed", 412, "The heartbeat has changed");
    public static readonly ProblemKind ArticleChanged = new("article-changed", 412, "The article has changed");
    public static readonly ProblemKind MailSettled = new("mail-settled", 409, "The mail is decided already");
    public static readonly ProblemKind TooLarge = new("too-large", 413, "The request is too large");
    public static readonly ProblemKind NotJson = new("not-json", 415, "The body is not JSON");
    public static readonly ProblemKind UnknownCustomer = new("unknown-customer", 422, "The customer is not known");
    public static readonly ProblemKind NoOwnDesk = new("no-own-desk", 422, "The customer has no first-line desk");
    public static readonly ProblemKind KeyReused = new("key-reused", 422, "The key belongs to another request");
    public static readonly ProblemKind TooOften = new("too-often", 429, "Too much was asked for at once");
    public static readonly ProblemKind CaseUnreadable = new("case-unreadable", 500, "The case cannot be read");
    public static readonly ProblemKind Bug = new("bug", 500, "This is a bug in Rung");
    public static readonly ProblemKind NoRoom = new("no-room", 507, "There is no room for files");
    public static readonly ProblemKind StorageFailed = new(
        "storage-failed",
        503,
        "The database cannot be used just now"
    );

    private static readonly Dictionary<RefusalCode, ProblemKind> Refusals = new()
    {
        [RefusalCode.InvalidInput] = For(RefusalCode.InvalidInput, 400, "A field is missing or wrong"),
        [RefusalCode.UnknownInGuide] = For(RefusalCode.UnknownInGuide, 422, "The guide does not know this"),
        [RefusalCode.CaseNotFound] = For(RefusalCode.CaseNotFound, 404, "There is no such case"),
        [RefusalCode.CaseClosed] = For(RefusalCode.CaseClosed, 409, "The case is closed"),
        [RefusalCode.WrongCondition] = For(RefusalCode.WrongCondition, 409, "The case's condition does not allow this"),
        [RefusalCode.RoleNotAllowed] = For(RefusalCode.RoleNotAllowed, 403, "The role may not do this"),
        [RefusalCode.PriorityOutOfBounds] = For(RefusalCode.PriorityOutOfBounds, 409, "The guide does not go that far"),
        [RefusalCode.RaiseWindowOver] = For(RefusalCode.RaiseWindowOver, 409, "The time for raising is over"),
        [RefusalCode.CustomerContactRequired] = For(
            RefusalCode.CustomerContactRequired,
            422,
            "The contact who agreed is missing"
        ),
        [RefusalCode.RfoRequired] = For(RefusalCode.RfoRequired, 409, "The reason for outage is missing"),
        [RefusalCode.IntakeIncomplete] = For(RefusalCode.IntakeIncomplete, 422, "The intake is not complete"),
        [RefusalCode.PriorityMissing] = For(RefusalCode.PriorityMissing, 409, "The case has no priority"),
        [RefusalCode.OwnFirstLineDesk] = For(RefusalCode.OwnFirstLineDesk, 409, "The customer's own desk comes first"),
        [RefusalCode.ChannelNotInContract] = For(RefusalCode.ChannelNotInContract, 409, "The contract has other ways"),
        [RefusalCode.HandedToOtherRoute] = For(RefusalCode.HandedToOtherRoute, 409, "Another route takes this"),
        [RefusalCode.StaleVersion] = For(RefusalCode.StaleVersion, 412, "The case has changed"),
        [RefusalCode.DispositionNotAllowed] = For(
            RefusalCode.DispositionNotAllowed,
            422,
            "This disposition is not for this case"
        ),
        [RefusalCode.MomentNotAllowed] = For(RefusalCode.MomentNotAllowed, 422, "The moment is not possible"),
        [RefusalCode.ClockImpossible] = For(RefusalCode.ClockImpossible, 422, "The clock cannot be computed"),
        [RefusalCode.NotEscalated] = For(RefusalCode.NotEscalated, 409, "The case is not escalated"),
        [RefusalCode.CallRequired] = For(RefusalCode.CallRequired, 409, "The customer has to call"),
        [RefusalCode.LevelSkipped] = For(RefusalCode.LevelSkipped, 409, "A level comes before"),
        [RefusalCode.PlanRequired] = For(RefusalCode.PlanRequired, 409, "A communication plan comes first"),
        [RefusalCode.ApprovalRequired] = For(RefusalCode.ApprovalRequired, 409, "An approval comes first"),
        [RefusalCode.EscalationOpen] = For(RefusalCode.EscalationOpen, 409, "The escalation goes on"),
        [RefusalCode.VersionNotInForce] = For(RefusalCode.VersionNotInForce, 409, "The version is not in force"),
        [RefusalCode.VersionLacks] = For(RefusalCode.VersionLacks, 422, "The version lacks what the case rests on"),
        [RefusalCode.MailWaits] = For(RefusalCode.MailWaits, 409, "Mail waits that is to be handled first"),
        [RefusalCode.BreachReasonRequired] = For(RefusalCode.BreachReasonRequired, 409, "The breach needs a reason"),
    };

    /// <summary>Every kind there is.</summary>
    public static IReadOnlyList<ProblemKind> All =>
        [
            MalformedRequest,
            ActorMissing,
            ActorNotBelieved,
            NotSignedIn,
            NoSuchPath,
            NoSuchDesk,
            NoSuchClock,
            NoSuchCustomer,
            NoSuchDraft,
            NoSuchHeartbeat,
            NoSuchArticle,
            NoSuchMail,
            WrongMethod,
            KeyInUse,
            CustomerTaken,
            CustomerChanged,
            HeartbeatChanged,
            ArticleChanged,
            MailSettled,
            TooLarge,
            NotJson,
            UnknownCustomer,
            NoOwnDesk,
            KeyReused,
            TooOften,
            CaseUnreadable,
            Bug,
            StorageFailed,
            NoRoom,
            .. Refusals.Values,
        ];

    public string Type => $"urn:rung:problem:{Code}";

    public static ProblemKind Of(RefusalCode code) => Refusals[code];

    private static ProblemKind For(RefusalCode code, int status, string title) => new(code.Text(), status, title);
}

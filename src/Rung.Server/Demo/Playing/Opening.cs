using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Complaints;
using Rung.Core.Guides;
using Rung.Server.Demo.Stories;

namespace Rung.Server.Demo.Playing;

/// <summary>How a story's case is logged: what is known at the reference, and for a call what is answered a little later.</summary>
internal sealed class Opening(Play play, Random random)
{
    private static readonly string[] HelpGuides = ["followed", "did-not-help", "not-looked", "not-applicable"];

    private readonly Story _story = play.Story;

    /// <summary>From the reference to the end of the questions.</summary>
    public Duration Call { get; } = Duration.FromMinutes(random.Next(2, 5));

    private bool IsComplaint => play.Guide.IsComplaint(_story.What.Kind);

    private bool ByPhone => _story.Source == Channel.Phone;

    public Actor By(long number) =>
        _story.Source switch
        {
            Channel.Portal => play.Caller,
            Channel.Monitoring => Crew.Monitoring,
            _ => Crew.Of(play.Guide.Document.Id).AgentOnDuty(number),
        };

    public LogCase Log() =>
        new()
        {
            Kind = _story.What.Kind,
            Source = _story.Source,
            Subject = _story.Subject,
            Reporter = play.Reporter(),
            Services = _story.What.Services,
            Answers =
                IsComplaint ? []
                : ByPhone ? Known(Impact())
                : Known(Everything()),
            ReceivedAt = _story.Source is Channel.Phone or Channel.Email or Channel.Letter ? Earlier() : null,
            DetectedAt = _story.Source == Channel.Monitoring ? Earlier() : null,
            HoldReason = _story.Unclear is null ? null : "information",
            Awaiting = _story.Unclear,
            Complaint = IsComplaint
                ? new ComplaintDetails(_story.Details) { About = _story.About, AboutRole = _story.AboutRole }
                : null,
            FirstLine = play.Customer.FirstLine is null ? FirstLine.None : FirstLine.OwnDeskReferred,
        };

    /// <summary>The rest of a call's answers; null when all is known at once or the caller is still speaking.</summary>
    public AnswerIntake? Answers() =>
        ByPhone && _story.Intake == IntakeState.Finished
            ? new AnswerIntake(_story.What.Services, Known(Everything()), IntakeState.Finished)
            : null;

    // When the call began, the mail came, the monitoring saw it.
    private Instant Earlier() =>
        _story.Before is { } before
            ? StoryTime.Before(play.Starts, before, play.Calendar)
            : play.Starts
                - Duration.FromMinutes(_story.Source == Channel.Email ? random.Next(12, 55) : random.Next(1, 3));

    private IEnumerable<(string Question, string? Answer)> Impact() =>
        [("affected", _story.What.Affected), ("effect", _story.What.Effect)];

    private IEnumerable<(string Question, string? Answer)> Everything()
    {
        var guides = HelpGuides[random.Next(HelpGuides.Length)];
        var reason = guides == "not-applicable" ? "There is no guide for this." : null;
        return
        [
            .. Impact(),
            ("details", _story.Details),
            ("tried", _story.Tried ?? Phrases.Of(_story.What).Tried.Any(random)),
            ("help-guides", ByPhone ? guides : null),
            (IntakeCheck.ReasonKey("help-guides"), ByPhone ? reason : null),
        ];
    }

    // Only what this guide asks about this kind of case.
    private Dictionary<string, string> Known(IEnumerable<(string Question, string? Answer)> answers) =>
        answers
            .Where(one => one.Answer is not null && Asks(one.Question.Split('.')[0]))
            .ToDictionary(one => one.Question, one => one.Answer!);

    private bool Asks(string question) =>
        play.Guide.Intake.Questions.Any(one => one.Id == question && IntakeCheck.IsAbout(one, _story.What.Kind));
}

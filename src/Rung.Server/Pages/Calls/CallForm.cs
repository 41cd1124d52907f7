using System.Text.Json;
using Microsoft.Extensions.Primitives;
using NodaTime;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Calls;

/// <summary>What has been typed into a call so far.</summary>
internal sealed class CallForm(FormValues values)
{
    public const string Answer = "q.";
    public const string Unregistered = Core.Customers.Customer.Unregistered;

    // What belongs to the sending, not to the call.
    private static readonly string[] NotKept = ["do", "pick", "link", "version", "token", "__RequestVerificationToken"];

    public static CallForm Begun(Instant now) => new(Made(("began", $"{now.ToUnixTimeMilliseconds()}")));

    /// <summary>The call as it is kept; null: it cannot be read.</summary>
    public static CallForm? Kept(string body)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Dictionary<string, string[]>>(body) ?? [];
            return new CallForm(
                new FormValues(read.ToDictionary(pair => pair.Key, pair => new StringValues(pair.Value)))
            );
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Keep() => JsonSerializer.Serialize(Fields().ToDictionary(name => name, values.All));

    public bool IsEmpty => Fields().All(name => name is "began" or "kind" or "caller" || values.All(name).Count == 0);

    public FormValues Values => values;

    /// <summary>When the call began; never after now.</summary>
    public Instant Began(Instant now)
    {
        var began =
            long.TryParse(values.Text("began"), out var ms) && ms > 0 && ms < now.ToUnixTimeMilliseconds()
                ? Instant.FromUnixTimeMilliseconds(ms)
                : now;
        return now - began > Duration.FromHours(12) ? now : began;
    }

    public string Query => values.Text("caller");

    public string Picked => values.Text("picked");

    public string CustomerId => Picked.Split('/')[0];

    public string ContactId => Picked.Split('/') is [_, var contact] ? contact : "";

    public bool IsReferred => values.Text("referred") == "yes";

    public string Kind(Guide guide) => guide.Kind(values.Text("kind"))?.Id ?? guide.Kinds[0].Id;

    public IReadOnlyList<string> Services => values.All("services");

    public string Subject => values.Text("subject");

    public string? Priority => values.Maybe("priority");

    /// <summary>Answers to the questions that belong to the kind.</summary>
    public IReadOnlyDictionary<string, string> Answers(Guide guide, string kind)
    {
        var answers = new Dictionary<string, string>();
        foreach (var question in guide.Intake.Questions.Where(question => IntakeCheck.IsAbout(question, kind)))
        {
            foreach (var key in (string[])[question.Id, IntakeCheck.ReasonKey(question.Id)])
            {
                if (values.Maybe(Answer + key) is { } given)
                {
                    answers[key] = given;
                }
            }
        }
        return answers;
    }

    /// <summary>The same call with some fields set anew.</summary>
    public CallForm With(params (string Name, string Value)[] set) => new(values.With(set));

    private IEnumerable<string> Fields() => values.Names.Where(name => !NotKept.Contains(name));

    private static FormValues Made(params (string Name, string Value)[] values) =>
        new(values.ToDictionary(one => one.Name, one => new StringValues(one.Value)));
}

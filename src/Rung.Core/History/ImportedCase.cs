using System.Security.Cryptography;
using System.Text;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.History.Mapping;

namespace Rung.Core.History;

/// <summary>
/// A case of another desk's history, as it is kept: logged, and then every line of the log. It belongs to no desk that is
/// at work, so that nothing falls due on it, nobody is written to, and no command reaches it.
/// </summary>
/// <param name="Key">The case's reference at the other desk.</param>
/// <param name="Lines">In the order of time.</param>
public sealed record ImportedCase(string Key, CaseLogged Logged, IReadOnlyList<Imported> Lines)
{
    private const string DeskPrefix = "history:";
    private const string NoGuide = "none";
    private const int LongestSubject = 200;

    /// <summary>The desk that history is kept under; no guide can have such an id.</summary>
    public static string DeskOf(string name) => DeskPrefix + name;

    /// <summary>Whether a case that begins so is one of a history, which no guide of this installation handles.</summary>
    public static bool IsOn(CaseLogged logged) => logged.Desk.StartsWith(DeskPrefix, StringComparison.Ordinal);

    /// <summary>Made from the desk and the key alone, so that no case can be there twice.</summary>
    public static CaseReference ReferenceOf(string desk, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{desk}\n{key}"));
        return CaseReference.FromStored($"H-{Convert.ToHexString(hash.AsSpan(0, 20))}");
    }

    /// <summary>The event that a new case of the history begins with.</summary>
    /// <param name="one">Settled, with at least one line.</param>
    public static CaseLogged Begin(HistoryMap map, BookedCase one)
    {
        var first = one.Lines[0].Event;
        var subject = one.Subject ?? $"Case {one.Key}";
        var customer = one.Customer ?? map.Name;
        return new CaseLogged
        {
            At = first.At,
            RecordedAt = first.RecordedAt,
            By = first.By,
            Reference = ReferenceOf(map.Desk, one.Key),
            Desk = DeskOf(map.Desk),
            GuideVersion = NoGuide,
            Kind = map.Words.Kind ?? "",
            Source = map.Channel,
            Subject = subject.Length > LongestSubject ? subject[..LongestSubject] : subject,
            Reporter = new Reporter(customer, customer, "", null, null, null) { CustomerReference = one.Key },
            ReceivedAt = first.At,
            ClockStart = first.At,
            StartCite = "",
        };
    }

    /// <summary>The case whose events these are.</summary>
    public static ImportedCase Of(IReadOnlyList<CaseEvent> events)
    {
        var logged = (CaseLogged)events[0];
        var lines = new List<Imported>(events.Count - 1);
        var isInOrder = true;
        for (var index = 1; index < events.Count; index++)
        {
            var line = (Imported)events[index];
            isInOrder &= lines.Count == 0 || line.At >= lines[^1].At;
            lines.Add(line);
        }
        return new ImportedCase(
            logged.Reporter.CustomerReference!,
            logged,
            isInOrder ? lines : [.. lines.OrderBy(line => line.At)]
        );
    }
}

using Rung.Core.Cases;
using Rung.Core.Customers;
using Rung.Mail.Inbound;
using Rung.Mail.Inbound.Facts;
using Rung.Mail.Inbound.Threading;

namespace Rung.Mail.Tests.Corpus;

/// <summary>What the desk of the corpus knows: two cases, the mails on them and one school with one contact. Case 3 does not exist.</summary>
internal static class KnownWorld
{
    public const string AuthServId = "mx.schools.example.org";
    private const string Desk = "desk@schools.example.org";

    public static ReplyAddress Key { get; } = new([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);

    public static OwnAddresses Own { get; } = new([Desk, "filtering@schools.example.org"]);

    public static ThreadKnowledge Threads { get; } =
        new(
            new Dictionary<string, CaseReference>
            {
                ["k1@schools.example.org"] = Reference(1),
                ["k2@schools.example.org"] = Reference(2),
            },
            new Dictionary<CaseReference, IReadOnlyList<string>>
            {
                [Reference(1)] = ["office@ashgrove.example.org"],
                [Reference(2)] = ["head@millbrook.example.org"],
            }
        );

    public static KnownSender Sender(ReceivedMail mail) =>
        mail.From?.Key == "office@ashgrove.example.org"
            ? new KnownSender(
                new Customer("ashgrove", "schools-desk", "Ashgrove Primary School", "ASH01"),
                new Contact(
                    "office",
                    "Office manager",
                    "01632 960123",
                    "office@ashgrove.example.org",
                    ["site-administrator"]
                )
            )
            : KnownSender.Nobody;

    public static CaseReference Reference(int number) => CaseReference.FromNumber("R", number);

    /// <summary>The text with the references and signed addresses that its marks stand for.</summary>
    public static string Named(string text)
    {
        for (var number = 1; number <= 3; number++)
        {
            text = text.Replace($"\\R{number}", Reference(number).Text, StringComparison.Ordinal)
                .Replace($"\\A{number}", Key.Of(Desk, Reference(number)), StringComparison.Ordinal);
        }
        return text;
    }
}

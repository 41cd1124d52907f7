namespace Rung.Mail.Inbound.Parsing;

/// <summary>What was noticed while a message was read; each thing once.</summary>
internal sealed class MailNotes
{
    private readonly List<MailFinding> _findings = [];

    public IReadOnlyList<MailFinding> Findings => _findings;

    public void Add(MailFault fault, string? detail = null)
    {
        if (_findings.TrueForAll(one => one.Fault != fault))
        {
            _findings.Add(new MailFinding(fault, detail));
        }
    }
}

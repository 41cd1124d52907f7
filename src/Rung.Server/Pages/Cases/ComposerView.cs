namespace Rung.Server.Pages.Cases;

/// <summary>Two forms that cannot be taken for one another: word to the customer, note inside.</summary>
/// <param name="Reply">Null: nothing is sent about a closed case.</param>
public sealed record ComposerView(ReplyView? Reply, NoteView Note);

/// <param name="Recipients">Who gets it on this case, by name and address.</param>
/// <param name="Channel">"by e-mail", "by telephone": how it travels.</param>
public sealed record ReplyView(string Action, IReadOnlyList<string> Recipients, string Channel)
{
    public string Text { get; init; } = "";

    /// <summary>Where the server keeps what is typed: address of the drafts, then what it is about.</summary>
    public string? Draft { get; init; }

    /// <summary>"unsent draft of 15:31"; null: there is none.</summary>
    public string? DraftState { get; init; }
    public bool Open { get; init; }
    public string? Error { get; init; }

    /// <summary>Said when e-mail may not arrive (ESS-51).</summary>
    public string? Warning { get; init; }

    /// <summary>Where the form shows what the customer would get.</summary>
    public required string PreviewAction { get; init; }

    /// <summary>Null: nobody asked.</summary>
    public PreviewView? Preview { get; init; }

    /// <summary>Whether what is written may have been said by telephone already.</summary>
    public bool AsksTold { get; init; }
    public bool Told { get; init; }

    /// <summary>How many live cases belong to this one, whose customers are told the same.</summary>
    public int Belonging { get; init; }

    internal string SendLabel => People == 1 ? "Send to 1 person" : $"Send to {People} people";

    private int People => Recipients.Count + Belonging;
}

/// <summary>A mail as the customer would get it.</summary>
public sealed record PreviewView(string Subject, string Text);

public sealed record NoteView(string Action)
{
    public string Text { get; init; } = "";

    /// <summary>Where the server keeps what is typed: address of the drafts, then what it is about.</summary>
    public string? Draft { get; init; }

    /// <summary>"unsent draft of 15:31"; null: there is none.</summary>
    public string? DraftState { get; init; }
    public bool Open { get; init; }
    public string? Error { get; init; }
}

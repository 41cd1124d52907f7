namespace Rung.Server.Pages.Forms;

public enum FieldType
{
    Text,
    Long,
    Select,

    /// <summary>One of a few, all in sight.</summary>
    Choice,

    /// <summary>Any of a few, all in sight.</summary>
    Many,
    Date,
    Hidden,

    /// <summary>Not shown while it is typed.</summary>
    Password,
    Email,

    /// <summary>Files, however many.</summary>
    Files,
}

using Rung.Core.Guides.Reading;

namespace Rung.Server.Commands.Guides;

/// <summary>Colours for a terminal; plain text for everything else, and where NO_COLOR asks for it.</summary>
internal sealed class Paint
{
    private readonly bool _isColoured;

    private Paint(TextWriter writer, bool isColoured) => (Writer, _isColoured) = (writer, isColoured);

    public TextWriter Writer { get; }

    public static Paint For(TextWriter output) =>
        new(
            output,
            !Console.IsOutputRedirected
                && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") is not "dumb"
        );

    public static Paint Plain(TextWriter output) => new(output, isColoured: false);

    public string Of(Severity severity, string text) =>
        severity switch
        {
            Severity.Error => Coloured("31;1", text),
            Severity.Warning => Coloured("33", text),
            _ => Faint(text),
        };

    public string Faint(string text) => Coloured("2", text);

    private string Coloured(string code, string text) => _isColoured ? $"\e[{code}m{text}\e[0m" : text;
}

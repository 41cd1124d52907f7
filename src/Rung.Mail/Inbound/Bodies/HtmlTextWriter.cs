using System.Text;
using MimeKit.Text;

namespace Rung.Mail.Inbound.Bodies;

/// <summary>Writes what HTML says as lines of plain text.</summary>
internal sealed class HtmlTextWriter
{
    private const int DeepestQuote = 10;
    private const int LongestWords = 500;

    private readonly StringBuilder _text = new();
    private int _quotes;
    private int _verbatim;
    private bool _atStart = true;
    private bool _space;

    public int Length => _text.Length;

    public override string ToString() => _text.ToString().Trim('\n', ' ');

    public void Write(string data)
    {
        foreach (var letter in data)
        {
            if (_verbatim > 0 && letter is '\n')
            {
                NewLine();
            }
            else if (char.IsWhiteSpace(letter) && letter != '\u00A0' && _verbatim == 0)
            {
                _space = !_atStart;
            }
            else if (letter != '\r')
            {
                Put(letter == '\u00A0' ? ' ' : letter);
            }
        }
    }

    public void Begin(HtmlTagId id)
    {
        if (id == HtmlTagId.Br)
        {
            NewLine();
            return;
        }
        if (HtmlTags.IsBlock(id))
        {
            Break(id);
        }
        _verbatim += id == HtmlTagId.Pre ? 1 : 0;
        _quotes += id == HtmlTagId.BlockQuote ? 1 : 0;
        switch (id)
        {
            case HtmlTagId.LI:
                Write("- ");
                _space = true;
                break;
            case HtmlTagId.HR:
                Write("----------");
                NewLine();
                break;
            case HtmlTagId.TD or HtmlTagId.TH:
                _space = !_atStart;
                break;
        }
    }

    public void End(HtmlTagId id)
    {
        _verbatim -= id == HtmlTagId.Pre && _verbatim > 0 ? 1 : 0;
        if (id == HtmlTagId.BlockQuote && !_atStart)
        {
            NewLine();
        }
        _quotes -= id == HtmlTagId.BlockQuote && _quotes > 0 ? 1 : 0;
        if (HtmlTags.IsBlock(id))
        {
            Break(id);
        }
    }

    /// <summary>Says where a link leads, unless its own words say so.</summary>
    public void Link(string address, int from)
    {
        if (address.Length == 0 || from > _text.Length)
        {
            return;
        }
        var length = Math.Min(_text.Length - from, LongestWords);
        var words = _text.ToString(_text.Length - length, length);
        var bare = address.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase).TrimEnd('/');
        if (!words.Contains(bare, StringComparison.OrdinalIgnoreCase))
        {
            _space = !_atStart;
            Write($"<{address}>");
        }
    }

    private void Break(HtmlTagId id)
    {
        if (!_atStart)
        {
            NewLine();
        }
        var isApart = id is HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.BlockQuote;
        if (isApart && _text.Length > 1 && _text[^2] != '\n')
        {
            NewLine();
        }
    }

    private void NewLine()
    {
        if (_atStart && _quotes > 0)
        {
            _text.Append('>', Math.Min(_quotes, DeepestQuote));
        }
        _text.Append('\n');
        (_atStart, _space) = (true, false);
    }

    private void Put(char letter)
    {
        if (_atStart && _quotes > 0)
        {
            _text.Append('>', Math.Min(_quotes, DeepestQuote)).Append(' ');
        }
        if (_space && !_atStart)
        {
            _text.Append(' ');
        }
        (_atStart, _space) = (false, false);
        _text.Append(letter);
    }
}

using System.Net;
using System.Text;
using MimeKit.Text;
using Rung.Mail.Inbound.Parsing;

namespace Rung.Mail.Inbound.Bodies;

/// <summary>
/// Reads the HTML of a mail once, token by token, into plain text and into tidy HTML: few tags, each closed, nested no
/// deeper than a limit, hardly any attributes. Takes time in proportion to its length, whatever it is made of (S41).
/// </summary>
internal sealed class HtmlReading
{
    private readonly HtmlTextWriter _text = new();
    private readonly StringBuilder _tidy = new();
    private readonly List<HtmlTagId> _open = [];
    private readonly List<HtmlTagId> _hidden = [];
    private readonly Stack<(string Address, int From)> _links = new();
    private readonly MailNotes _seen = new();
    private int _tags;

    private HtmlReading() { }

    public string Text => _text.ToString();

    /// <summary>Null: too large or too tangled to be shown.</summary>
    public string? Tidy => IsTangled ? null : _tidy.ToString();

    /// <summary>How many pictures would have been fetched from elsewhere.</summary>
    public int RemotePictures { get; private set; }

    private bool IsTangled { get; set; }

    public static HtmlReading Of(string html)
    {
        var reading = new HtmlReading { IsTangled = html.Length > MailLimits.HtmlLength };
        using var reader = new StringReader(html);
        var tokens = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        while (reading._text.Length <= MailLimits.TextLength && tokens.ReadNextToken(out var token))
        {
            reading.Take(token);
        }
        reading.CloseTo(0);
        return reading;
    }

    private void Take(HtmlToken token)
    {
        switch (token)
        {
            case HtmlTagToken tag:
                Take(tag);
                break;
            case HtmlDataToken { Kind: HtmlTokenKind.Data or HtmlTokenKind.CData } data when _hidden.Count == 0:
                _text.Write(data.Data);
                Show(data.Data);
                break;
        }
    }

    private void Show(string text)
    {
        if (!IsTangled)
        {
            _tidy.Append(WebUtility.HtmlEncode(PlainText.Clean(text, _seen)));
        }
    }

    private void Take(HtmlTagToken tag)
    {
        IsTangled |= ++_tags > MailLimits.HtmlTags;
        if (_hidden.Count > 0 || HtmlTags.IsHidden(tag))
        {
            Hide(tag);
            return;
        }
        if (tag.Id == HtmlTagId.Image || tag.Name.Equals("img", StringComparison.OrdinalIgnoreCase))
        {
            Picture(tag);
        }
        else if (tag.IsEndTag)
        {
            End(tag.Id);
        }
        else
        {
            Begin(tag);
        }
    }

    // Until the end of what hides it; of the same kind inside, each needs its own end.
    private void Hide(HtmlTagToken tag)
    {
        if (tag.IsEndTag)
        {
            if (_hidden.Count > 0 && _hidden[^1] == tag.Id)
            {
                _hidden.RemoveAt(_hidden.Count - 1);
            }
        }
        else if (!tag.IsEmptyElement && (_hidden.Count == 0 || _hidden[^1] == tag.Id) && HtmlTags.HasEnd(tag.Id))
        {
            _hidden.Add(tag.Id);
        }
    }

    private void Begin(HtmlTagToken tag)
    {
        _text.Begin(tag.Id);
        if (tag.Id == HtmlTagId.A)
        {
            _links.Push((SafeLinks.Of(tag) ?? "", _text.Length));
        }
        if (!HtmlTags.Shown.TryGetValue(tag.Id, out var name))
        {
            return;
        }
        CloseImplied(tag.Id);
        if (!HtmlTags.HasEnd(tag.Id))
        {
            _tidy.Append('<').Append(name).Append('>');
            return;
        }
        if (_open.Count >= MailLimits.HtmlDepth)
        {
            return;
        }
        _tidy.Append('<').Append(name);
        if (tag.Id == HtmlTagId.A && SafeLinks.Of(tag) is { } address)
        {
            _tidy.Append(" href=\"").Append(WebUtility.HtmlEncode(address)).Append('"');
        }
        _tidy.Append('>');
        _open.Add(tag.Id);
    }

    private void End(HtmlTagId id)
    {
        if (id == HtmlTagId.A && _links.TryPop(out var link))
        {
            _text.Link(link.Address, link.From);
        }
        _text.End(id);
        var place = _open.LastIndexOf(id);
        if (place >= 0)
        {
            CloseTo(place);
        }
    }

    // A new paragraph ends the one before, a list item the item, a cell the cell.
    private void CloseImplied(HtmlTagId id)
    {
        var (ends, within) = HtmlTags.Implied(id);
        for (var place = _open.Count - 1; place >= 0 && !within.Contains(_open[place]); place--)
        {
            if (ends.Contains(_open[place]))
            {
                CloseTo(place);
                return;
            }
        }
    }

    private void CloseTo(int place)
    {
        while (_open.Count > place)
        {
            _tidy.Append("</").Append(HtmlTags.Shown[_open[^1]]).Append('>');
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private void Picture(HtmlTagToken tag)
    {
        var source = HtmlTags.Attribute(tag, "src")?.Trim() ?? "";
        var isOwn = source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase);
        RemotePictures +=
            isOwn || source.Length == 0 || source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? 0 : 1;
        var called = PlainText.OneLine(HtmlTags.Attribute(tag, "alt") ?? "", 200, _seen);
        if (called.Length == 0 && !isOwn)
        {
            return;
        }
        var says = called.Length == 0 ? "[picture]" : $"[picture: {called}]";
        _text.Write(says);
        Show(says);
    }
}

using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Rung.Core.Guides.Reading.Text;

/// <summary>
/// Reads the plain part of YAML into a tree: mappings, lists and single values. What could surprise (anchors, aliases,
/// merge keys, tags, several documents) is refused; depth and size are bounded, so that any input ends soon.
/// </summary>
internal sealed class YamlTree
{
    private const int Deepest = 40;
    private const int MostNodes = 100_000;

    private readonly Parser _parser;
    private readonly Findings _findings;
    private readonly string _text;
    private int _nodes;

    private YamlTree(string text, Findings findings)
    {
        _parser = new Parser(new StringReader(text));
        _findings = findings;
        _text = text;
    }

    /// <summary>The root, or null after a finding that says why there is none.</summary>
    public static YamlNode? Read(string text, Findings findings)
    {
        var tree = new YamlTree(text, findings);
        try
        {
            return tree.Document();
        }
        catch (BoundExceededException)
        {
            return null;
        }
        catch (YamlException wrong)
        {
            SyntaxProblem.Report(findings, text, PlaceOf(wrong.Start), wrong.Message);
            return null;
        }
        // The parser has a few paths on which it reports a broken text by these.
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or FormatException)
        {
            SyntaxProblem.Report(findings, text, tree.Last, "the structure ends where more was expected");
            return null;
        }
    }

    private Place Last => _parser.Current is { } current ? PlaceOf(current.Start) : Place.Start;

    private YamlNode? Document()
    {
        Advance();
        var root = Advance() is DocumentStart ? First() : null;
        if (root is null or YamlScalar { IsEmpty: true })
        {
            _findings.Add(ProblemCode.EmptyFile, Place.Start, "the file says nothing", "begin with `rung: 1`");
            return null;
        }
        Advance();
        if (Advance() is DocumentStart second)
        {
            _findings.Add(
                ProblemCode.SecondDocument,
                PlaceOf(second.Start),
                "a second document begins here; a file is one guide",
                "delete the line `---`, or put what follows into a file of its own"
            );
        }
        return root;
    }

    private YamlNode First()
    {
        Advance();
        return Node(1);
    }

    private ParsingEvent? Advance() => _parser.MoveNext() ? _parser.Current : null;

    /// <summary>The node that begins at the current event; afterwards the current event is its last.</summary>
    private YamlNode Node(int depth)
    {
        var start = _parser.Current ?? throw new InvalidOperationException();
        var place = PlaceOf(start.Start);
        Bound(place, depth);
        YamlRefusals.Report(start, place, _findings);
        return start switch
        {
            Scalar scalar when CharacterScreen.PassesEscaped(scalar.Value, place, _findings) => new YamlScalar(
                place,
                scalar.Value,
                scalar.Style == ScalarStyle.Plain
            )
            {
                Written = Written(scalar),
            },
            Scalar => new YamlRefused(place),
            SequenceStart => List(place, depth),
            MappingStart => Map(place, depth),
            AnchorAlias => new YamlRefused(place),
            _ => throw new InvalidOperationException(),
        };
    }

    private YamlList List(Place place, int depth)
    {
        var items = new List<YamlNode>();
        while (Advance() is not SequenceEnd)
        {
            items.Add(Node(depth + 1));
        }
        return new YamlList(place, items);
    }

    private YamlMap Map(Place place, int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, Place>();
        while (Advance() is not MappingEnd)
        {
            var key = Node(depth + 1);
            Advance();
            var value = Node(depth + 1);
            if (YamlRefusals.Key(key, seen, _findings) is { } name)
            {
                entries.Add(new YamlEntry(name, key.Place, value));
            }
        }
        return new YamlMap(place, entries);
    }

    private void Bound(Place place, int depth)
    {
        if (depth > Deepest)
        {
            Refuse(ProblemCode.TooDeep, place, $"more than {Deepest} levels lie inside one another here");
        }
        if (++_nodes > MostNodes)
        {
            Refuse(ProblemCode.TooLarge, place, $"the file has more than {MostNodes} values");
        }
    }

    private void Refuse(ProblemCode code, Place place, string what)
    {
        _findings.Add(code, place, what, "check that this is a guide");
        throw new BoundExceededException();
    }

    private ReadOnlyMemory<char> Written(Scalar scalar)
    {
        var (from, to) = ((int)scalar.Start.Index, (int)scalar.End.Index);
        return from <= to && to <= _text.Length ? _text.AsMemory(from, to - from) : default;
    }

    private static Place PlaceOf(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private sealed class BoundExceededException : Exception;
}

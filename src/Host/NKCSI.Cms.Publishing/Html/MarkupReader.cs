namespace NKCSI.Cms.Publishing.Html;

/// <summary>
/// Reads stored markup into elements without touching what is written between and inside the tags, so that the
/// Delivery API gives entities, spaces and quotes on as the editor left them. It is no guard against hostile markup:
/// that is cleaned when it is stored.
/// </summary>
internal ref struct MarkupReader
{
    private static readonly Dictionary<string, string[]> ClosedBy = new(StringComparer.Ordinal)
    {
        ["p"] =
        [
            "p",
            "div",
            "ul",
            "ol",
            "table",
            "blockquote",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "figure",
            "umb-rte-block",
        ],
        ["li"] = ["li"],
        ["dt"] = ["dt", "dd"],
        ["dd"] = ["dt", "dd"],
        ["tr"] = ["tr"],
        ["td"] = ["td", "th", "tr"],
        ["th"] = ["td", "th", "tr"],
    };

    private readonly ReadOnlySpan<char> _text;
    private readonly Stack<MarkupElement> _open;
    private int _at;

    private MarkupReader(ReadOnlySpan<char> text, MarkupElement root)
    {
        _text = text;
        _open = new Stack<MarkupElement>([root]);
    }

    /// <summary>The markup as children of an element without a name.</summary>
    public static MarkupElement Read(string markup)
    {
        var root = new MarkupElement("#root");
        new MarkupReader(markup, root).ReadAll();
        return root;
    }

    private void ReadAll()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] != '<' || !TryReadTag())
            {
                ReadText();
            }
        }
    }

    private void ReadText()
    {
        var end = _text[(_at + 1)..].IndexOf('<');
        var length = end < 0 ? _text.Length - _at : end + 1;
        Add(new MarkupText(_text.Slice(_at, length).ToString()));
        _at += length;
    }

    private bool TryReadTag()
    {
        var rest = _text[_at..];
        if (rest.StartsWith("<!--"))
        {
            return TryReadUntil("-->");
        }

        if (rest.StartsWith("<!") || rest.StartsWith("<?"))
        {
            return TryReadUntil(">");
        }

        return rest.StartsWith("</")
            ? TryReadEnd(rest)
            : rest.Length > 1 && char.IsAsciiLetter(rest[1]) && TryReadStart();
    }

    private bool TryReadUntil(string end)
    {
        var length = _text[_at..].IndexOf(end, StringComparison.Ordinal);
        if (length < 0)
        {
            return false;
        }

        Add(new MarkupText(_text.Slice(_at, length + end.Length).ToString(), isComment: true));
        _at += length + end.Length;
        return true;
    }

    private bool TryReadEnd(ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf('>');
        if (close < 0)
        {
            return false;
        }

        var name = rest[2..close].Trim().ToString().ToLowerInvariant();
        if (_open.Any(element => element.Tag == name))
        {
            while (_open.Pop().Tag != name) { }
        }

        _at += close + 1;
        return true;
    }

    private bool TryReadStart()
    {
        var start = _at;
        _at++;
        var element = new MarkupElement(Word("/>").ToString().ToLowerInvariant());
        while (true)
        {
            SkipSpace();
            if (_at >= _text.Length)
            {
                _at = start;
                return false;
            }

            if (_text[_at] == '>')
            {
                _at++;
                break;
            }

            if (_text[_at] == '/')
            {
                _at++;
                continue;
            }

            ReadAttribute(element);
        }

        while (ClosedBy.TryGetValue(_open.Peek().Tag, out var closers) && closers.Contains(element.Tag))
        {
            _open.Pop();
        }

        Add(element);
        if (!element.IsVoid)
        {
            _open.Push(element);
        }

        return true;
    }

    private void ReadAttribute(MarkupElement element)
    {
        var name = Word("=/>").ToString().ToLowerInvariant();
        if (name.Length == 0)
        {
            _at++;
            return;
        }

        SkipSpace();
        string? value = null;
        if (_at < _text.Length && _text[_at] == '=')
        {
            _at++;
            SkipSpace();
            value = ReadValue();
        }

        if (element.Attributes.TrueForAll(attribute => attribute.Name != name))
        {
            element.Attributes.Add(new MarkupAttribute(name, value));
        }
    }

    private string ReadValue()
    {
        if (_at >= _text.Length || _text[_at] is not ('"' or '\''))
        {
            return Word(">").ToString();
        }

        var quote = _text[_at++];
        var length = _text[_at..].IndexOf(quote);
        if (length < 0)
        {
            length = _text.Length - _at;
        }

        var value = _text.Slice(_at, length).ToString();
        _at = Math.Min(_at + length + 1, _text.Length);
        return value;
    }

    private ReadOnlySpan<char> Word(string ends)
    {
        var from = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && !ends.Contains(_text[_at]))
        {
            _at++;
        }

        return _text[from.._at];
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private readonly void Add(MarkupNode node) => _open.Peek().Children.Add(node);
}

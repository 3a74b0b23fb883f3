using System.Text;

namespace NKCSI.Cms.Publishing.Html;

/// <summary>A piece of markup; entities stay as they are written.</summary>
internal abstract class MarkupNode
{
    public abstract void WriteTo(StringBuilder output);
}

/// <summary>Text between tags, or a comment or other declaration with its brackets.</summary>
internal sealed class MarkupText(string raw, bool isComment = false) : MarkupNode
{
    public string Raw { get; } = raw;

    public bool IsComment { get; } = isComment;

    public override void WriteTo(StringBuilder output) => output.Append(Raw);
}

/// <summary>An element with its attributes in the order in which they stand.</summary>
internal sealed class MarkupElement(string tag) : MarkupNode
{
    private static readonly HashSet<string> WithoutEnd =
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ];

    /// <summary>Name in lower case.</summary>
    public string Tag { get; } = tag;

    public List<MarkupAttribute> Attributes { get; } = [];

    public List<MarkupNode> Children { get; } = [];

    public bool IsVoid => WithoutEnd.Contains(Tag);

    public string? this[string name]
    {
        get => Attributes.Find(attribute => attribute.Name == name)?.Raw;
        set
        {
            var index = Attributes.FindIndex(attribute => attribute.Name == name);
            if (value is null)
            {
                Attributes.RemoveAll(attribute => attribute.Name == name);
            }
            else if (index < 0)
            {
                Attributes.Add(new MarkupAttribute(name, value));
            }
            else
            {
                Attributes[index] = new MarkupAttribute(name, value);
            }
        }
    }

    /// <summary>This element and all below it, in the order of the text.</summary>
    public IEnumerable<MarkupElement> SelfAndDescendants() =>
        Children.OfType<MarkupElement>().SelectMany(child => child.SelfAndDescendants()).Prepend(this);

    public override void WriteTo(StringBuilder output)
    {
        output.Append('<').Append(Tag);
        foreach (var attribute in Attributes)
        {
            output.Append(' ').Append(attribute.Name);
            if (attribute.Raw is { } raw)
            {
                output.Append("=\"").Append(raw.Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
            }
        }

        output.Append('>');
        if (!IsVoid)
        {
            WriteChildrenTo(output);
            output.Append("</").Append(Tag).Append('>');
        }
    }

    public void WriteChildrenTo(StringBuilder output)
    {
        foreach (var child in Children)
        {
            child.WriteTo(output);
        }
    }
}

/// <summary>An attribute; <see langword="null"/> where it has no value (<c>allowfullscreen</c>).</summary>
internal sealed record MarkupAttribute(string Name, string? Raw);

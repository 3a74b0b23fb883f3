using System.Text.RegularExpressions;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core.Models.Blocks;

namespace NKCSI.Cms.Publishing.PropertyEditors.RichText;

/// <summary>Formatted text with the blocks that stand in it: <c>{"markup":"…","blocks":{…}}</c>.</summary>
internal sealed partial class RichTextEditorValue
{
    public string Markup { get; set; } = string.Empty;

    public RichTextBlockValue? Blocks { get; set; }

    /// <summary>A text without a word or a picture, as the client leaves it behind when everything is deleted.</summary>
    public bool IsEmpty() => Blocks is not { ContentData.Count: > 0 } && EmptyParagraphs().IsMatch(Markup);

    /// <summary>The value as it is stored or posted; a text that is no JSON is the markup alone.</summary>
    public static RichTextEditorValue? From(object? value, StoredJson stored) =>
        stored.Read<RichTextEditorValue>(value) is { } read ? read
        : PostedValue.Text(value) is { Length: > 0 } markup ? new RichTextEditorValue { Markup = markup }
        : null;

    [GeneratedRegex(@"^(\s|<p>(\s|<br\s*/?>)*</p>)*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EmptyParagraphs();
}

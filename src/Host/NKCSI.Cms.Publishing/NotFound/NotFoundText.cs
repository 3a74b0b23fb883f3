using System.Globalization;
using System.Resources;

namespace NKCSI.Cms.Publishing.NotFound;

/// <summary>Words of the page for what was not found; Bulgarian unless English is asked for.</summary>
internal sealed class NotFoundText(CultureInfo culture)
{
    private static readonly ResourceManager Texts = new(typeof(NotFoundText));

    public string Title => Text(nameof(Title));

    public string Heading => Text(nameof(Heading));

    public string Explanation => Text(nameof(Explanation));

    public string Home => Text(nameof(Home));

    private string Text(string name) =>
        Texts.GetString(name, culture) ?? throw new MissingManifestResourceException(name);
}

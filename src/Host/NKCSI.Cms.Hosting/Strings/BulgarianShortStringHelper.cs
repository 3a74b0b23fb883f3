using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Hosting.Strings;

/// <summary>
/// Core's string cleaning (url segments, aliases, names of uploaded files) with the official transliteration in front of
/// it: Core's own table turns ц into <c>f</c> and ъ into a quotation mark (contracts/storage/boot.md 5).
/// </summary>
internal sealed class BulgarianShortStringHelper(RequestHandlerSettings settings)
    : DefaultShortStringHelper(new DefaultShortStringHelperConfig().WithDefault(settings))
{
    private readonly bool _latinUrls = settings.ShouldConvertUrlsToAscii || settings.ShouldTryConvertUrlsToAscii;

    protected override string CleanString(string text, CleanStringType stringType, string? culture, char? separator) =>
        base.CleanString(
            IsLatin(stringType) ? BulgarianTransliteration.ToLatin(text) : text,
            stringType,
            culture,
            separator
        );

    private bool IsLatin(CleanStringType stringType) =>
        (stringType & CleanStringType.RoleMask) switch
        {
            CleanStringType.UrlSegment => _latinUrls,
            // Also where file names are else left as they are: a Cyrillic address of a file does not survive copying.
            CleanStringType.FileName => true,
            _ => (stringType & CleanStringType.CodeMask) != CleanStringType.Utf8,
        };
}

using System.Globalization;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Templates;

/// <summary>The alias of a template is the name of its file: clean, not too long, and no other's.</summary>
internal sealed class TemplateAliases(TemplateSet templates, IShortStringHelper shortStrings)
{
    private const int LongestAlias = 100;
    private const int LongestBeforeNumber = 95;

    public string Free(string alias, int templateId)
    {
        var clean = alias.ToCleanString(shortStrings, CleanStringType.UnderscoreAlias);
        if (clean.Length > LongestAlias)
        {
            clean = clean[..LongestBeforeNumber];
        }

        var taken = templates
            .Current.Originals.Where(template => template.Id != templateId)
            .Select(template => template.Alias)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return taken.Contains(clean)
            ? Enumerable
                .Range(1, taken.Count + 1)
                .Select(number => clean + number.ToString(CultureInfo.InvariantCulture))
                .First(candidate => !taken.Contains(candidate))
            : clean;
    }
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.PropertyEditors;

/// <summary>Refusals in the words of Core's own texts, in the language of the one who edits.</summary>
internal static class ValidationTexts
{
    /// <param name="texts">Core's texts.</param>
    /// <param name="key">Key in the area <c>validation</c>.</param>
    /// <param name="values">What the text names.</param>
    public static ValidationResult Refuse(this ILocalizedTextService texts, string key, params string[] values) =>
        new(texts.Localize("validation", key, CultureInfo.CurrentUICulture, values), ["value"]);
}

using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace NKCSI.Cms.Publishing.PropertyEditors.Pickers;

/// <summary>How many media may be picked, of which types, and from below which folder.</summary>
internal sealed class MediaPickRules(
    ILocalizedTextService texts,
    IMediaService media,
    IMediaTypeService types,
    IMediaNavigationQueryService navigation
) : ITypedJsonValidator<List<StoredMediaPick>, MediaPicker3Configuration>
{
    public IEnumerable<ValidationResult> Validate(
        List<StoredMediaPick>? value,
        MediaPicker3Configuration? configuration,
        string? valueType,
        PropertyValidationContext validationContext
    )
    {
        if (value is null || configuration is null)
        {
            yield break;
        }

        if (!configuration.Multiple && value.Count > 1)
        {
            yield return texts.Refuse("multipleMediaNotAllowed");
        }

        var limit = configuration.ValidationLimit;
        foreach (var refusal in EntryLimits.Check(texts, value.Count, limit.Min, limit.Max))
        {
            yield return refusal;
        }

        if (!AreOfAllowedTypes(value, configuration.Filter))
        {
            yield return texts.Refuse("invalidMediaType");
        }

        if (
            configuration.StartNodeId is { } folder
            && !ValidationHelper.HasValidStartNode(value.Select(pick => pick.MediaKey), folder, navigation)
        )
        {
            yield return texts.Refuse("invalidStartNode");
        }
    }

    private bool AreOfAllowedTypes(List<StoredMediaPick> picks, string? filter)
    {
        var allowed = filter?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (allowed.Length == 0)
        {
            return true;
        }

        var named = picks.Where(pick => pick.MediaTypeAlias.Length > 0).Select(pick => pick.MediaTypeAlias);
        var unnamed = picks.Where(pick => pick.MediaTypeAlias.Length == 0).Select(pick => pick.MediaKey).ToArray();
        var looked = unnamed.Length == 0 ? [] : media.GetByIds(unnamed).Select(item => item.ContentType.Alias);
        return named
            .Concat(looked)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .All(alias =>
                types.Get(alias) is { } type
                && allowed.Contains(type.Key.ToString("D"), StringComparer.OrdinalIgnoreCase)
            );
    }
}

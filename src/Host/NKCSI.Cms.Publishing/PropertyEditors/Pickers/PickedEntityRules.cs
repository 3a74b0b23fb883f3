using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Publishing.PropertyEditors.Pickers;

/// <summary>
/// How many may be picked, of which kind (documents, media, members) and of which content types. A pick that is not
/// there any more is no refusal, unless a filter asks for its type.
/// </summary>
internal sealed class PickedEntityRules(
    ILocalizedTextService texts,
    IEntityService entities,
    IContentService contents,
    IMediaService media,
    IMemberService members
) : ITypedJsonValidator<PickedEntity[], MultiNodePickerConfiguration>
{
    public IEnumerable<ValidationResult> Validate(
        PickedEntity[]? value,
        MultiNodePickerConfiguration? configuration,
        string? valueType,
        PropertyValidationContext validationContext
    )
    {
        if (value is null || configuration is null)
        {
            return [];
        }

        var limits = EntryLimits.Check(
            texts,
            value.Length,
            configuration.MinNumber > 0 ? configuration.MinNumber : null,
            configuration.MaxNumber > 0 ? configuration.MaxNumber : null
        );
        var keys = value.Select(pick => pick.Unique).Distinct().ToArray();
        return configuration.TreeSource?.ObjectType is { } kind && keys.Length > 0
            ? [.. limits, .. OfKind(keys, kind), .. OfAllowedType(keys, kind, configuration.Filter)]
            : limits;
    }

    private IEnumerable<ValidationResult> OfKind(Guid[] keys, string kind)
    {
        Guid? objectType = kind switch
        {
            "content" => Constants.ObjectTypes.Document,
            "media" => Constants.ObjectTypes.Media,
            "member" => Constants.ObjectTypes.Member,
            _ => null,
        };
        return objectType is null
            ? [texts.Refuse("invalidObjectType")]
            : keys.Select(key => entities.Get(key))
                .Where(entity => entity is not null && entity.NodeObjectType != objectType)
                .Select(_ => texts.Refuse("invalidObjectType"));
    }

    private IEnumerable<ValidationResult> OfAllowedType(Guid[] keys, string kind, string? filter)
    {
        var allowed = new HashSet<Guid>();
        foreach (var part in filter?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (Guid.TryParse(part, out var type))
            {
                allowed.Add(type);
            }
        }

        if (allowed.Count == 0)
        {
            yield break;
        }

        foreach (var type in keys.Select(key => Content(kind, key)?.ContentType.Key).Distinct())
        {
            if (type is null)
            {
                yield return texts.Refuse("missingContent");
            }
            else if (!allowed.Contains(type.Value))
            {
                yield return texts.Refuse("invalidObjectType");
            }
        }
    }

    private IContentBase? Content(string kind, Guid key) =>
        kind switch
        {
            "content" => contents.GetById(key),
            "media" => media.GetById(key),
            "member" => members.GetById(key),
            _ => null,
        };
}

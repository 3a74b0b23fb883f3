using System.ComponentModel.DataAnnotations;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Pickers;

/// <summary>Translates between the links that the client edits and <see cref="StoredLink"/>.</summary>
internal sealed class MultiUrlPickerValueEditor : DataValueEditor, IDataValueReference
{
    private readonly StoredJson _stored;
    private readonly IPublishedUrlProvider _urls;
    private readonly IContentService _contents;
    private readonly IMediaService _media;

    public MultiUrlPickerValueEditor(
        IShortStringHelper shortStringHelper,
        IJsonSerializer json,
        IIOHelper io,
        DataEditorAttribute attribute,
        StoredJson stored,
        ILocalizedTextService texts,
        IPublishedUrlProvider urls,
        IContentService contents,
        IMediaService media
    )
        : base(shortStringHelper, json, io, attribute)
    {
        _stored = stored;
        _urls = urls;
        _contents = contents;
        _media = media;
        Validators.Add(
            new TypedJsonValidatorRunner<LinkDisplay[], MultiUrlPickerConfiguration>(stored, new NumberOfLinks(texts))
        );
    }

    public IEnumerable<UmbracoEntityReference> GetReferences(object? value) =>
        StoredLink
            .From(value, _stored)
            .Where(link => link.Udi is not null)
            .Select(l => new UmbracoEntityReference(l.Udi!));

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
        _stored.Read<LinkDisplay[]>(editorValue.Value) is { Length: > 0 } links
            ? _stored.Serialize(links.Select(Kept).ToArray())
            : null;

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
        StoredLink.From(property.GetValue(culture, segment), _stored).Select(link => Shown(link, culture)).ToArray();

    private static StoredLink Kept(LinkDisplay link) =>
        new()
        {
            Name = link.Name,
            Target = link.Target,
            QueryString = link.QueryString,
            Culture = link.Culture,
            Udi =
                link is { Unique: { } key, Type: { } type } && (Is(type, "document") || Is(type, "media"))
                    ? new GuidUdi(type, key)
                    : null,
            Url = link.Type is { } external && Is(external, "external") ? link.Url : null,
        };

    private static bool Is(string type, string what) => string.Equals(type, what, StringComparison.OrdinalIgnoreCase);

    private LinkDisplay Shown(StoredLink link, string? culture)
    {
        var shown = new LinkDisplay
        {
            Icon = "icon-link",
            Name = link.Name,
            Target = link.Target,
            QueryString = link.QueryString,
            Culture = link.Culture,
            Published = true,
            Type = link.Udi?.EntityType ?? "external",
            Unique = link.Udi?.Guid,
            Url = link.Url ?? string.Empty,
        };
        switch (link.Udi?.EntityType)
        {
            case Constants.UdiEntityType.Document:
                shown.Url = _urls.GetUrl(link.Udi.Guid, UrlMode.Relative, link.Culture ?? culture);
                if (_contents.GetById(link.Udi.Guid) is { } document)
                {
                    shown.Icon = document.ContentType.Icon;
                    shown.Trashed = document.Trashed;
                    shown.Published = culture is null
                        ? document.Published
                        : document.PublishedCultures.Contains(culture, StringComparer.OrdinalIgnoreCase);
                }

                break;
            case Constants.UdiEntityType.Media:
                shown.Url = _urls.GetMediaUrl(link.Udi.Guid, UrlMode.Relative, culture);
                if (_media.GetById(link.Udi.Guid) is { } item)
                {
                    shown.Icon = item.ContentType.Icon;
                    shown.Trashed = item.Trashed;
                    shown.Published = !item.Trashed;
                }

                break;
        }

        return shown;
    }

    private sealed class NumberOfLinks(ILocalizedTextService texts)
        : ITypedJsonValidator<LinkDisplay[], MultiUrlPickerConfiguration>
    {
        public IEnumerable<ValidationResult> Validate(
            LinkDisplay[]? value,
            MultiUrlPickerConfiguration? configuration,
            string? valueType,
            PropertyValidationContext validationContext
        ) =>
            value is null || configuration is null
                ? []
                : EntryLimits.Check(
                    texts,
                    value.Length,
                    configuration.MinNumber > 0 ? configuration.MinNumber : null,
                    configuration.MaxNumber > 0 ? configuration.MaxNumber : null
                );
    }
}

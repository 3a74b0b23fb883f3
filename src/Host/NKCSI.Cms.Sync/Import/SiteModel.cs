using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.Import;

/// <summary>The site's languages, data types, templates and types, loaded once in each round and kept up to date.</summary>
internal sealed class SiteModel(
    ILanguageService languageService,
    IDataTypeService dataTypeService,
    ITemplateService templateService,
    IContentTypeService contentTypeService,
    IMediaTypeService mediaTypeService,
    IMemberTypeService memberTypeService
)
{
    public EntityIndex<ILanguage> Languages { get; } = new(language => language.Key, language => language.IsoCode);

    public EntityIndex<IDataType> DataTypes { get; } = new(type => type.Key, type => type.Name);

    public EntityIndex<ITemplate> Templates { get; } = new(template => template.Key, template => template.Alias);

    public EntityIndex<IContentType> ContentTypes { get; } = new(type => type.Key, type => type.Alias);

    public EntityIndex<IMediaType> MediaTypes { get; } = new(type => type.Key, type => type.Alias);

    public EntityIndex<IMemberType> MemberTypes { get; } = new(type => type.Key, type => type.Alias);

    public async Task LoadAsync()
    {
        await LoadLanguagesAsync();
        DataTypes.Load(await dataTypeService.GetAllAsync());
        Templates.Load(await templateService.GetAllAsync(Array.Empty<Guid>()));
        LoadTypes();
    }

    // Making a language the default one changes the former default too.
    public async Task LoadLanguagesAsync() => Languages.Load(await languageService.GetAllAsync());

    // Types hold copies of those that they are composed of: after a change of one, all are read anew.
    public void LoadTypes()
    {
        ContentTypes.Load(contentTypeService.GetAll());
        MediaTypes.Load(mediaTypeService.GetAll());
        MemberTypes.Load(memberTypeService.GetAll());
    }
}

using Microsoft.Extensions.DependencyInjection;
using NKCSI.Cms.Sync.ContentTypes;
using NKCSI.Cms.Sync.DataTypes;
using NKCSI.Cms.Sync.Dictionary;
using NKCSI.Cms.Sync.Documents;
using NKCSI.Cms.Sync.Domains;
using NKCSI.Cms.Sync.Import;
using NKCSI.Cms.Sync.Languages;
using NKCSI.Cms.Sync.Media;
using NKCSI.Cms.Sync.RelationTypes;
using NKCSI.Cms.Sync.Templates;
using Umbraco.Cms.Core.DependencyInjection;

namespace NKCSI.Cms.Sync;

/// <summary>The import of uSync folders.</summary>
public static class SyncModule
{
    /// <summary>Registers <see cref="IContentImport"/> with the settings <c>uSync:Settings</c> and <c>uSync:Sets:Default</c>.</summary>
    /// <param name="builder">The builder of the site.</param>
    public static IUmbracoBuilder AddCmsSync(this IUmbracoBuilder builder)
    {
        builder.Services.AddOptions<SyncSettings>().Bind(builder.Config.GetSection(SyncSettings.Section));
        builder.Services.AddOptions<SyncSet>().Bind(builder.Config.GetSection(SyncSet.Section));
        builder.Services.AddSingleton<IContentImport, ContentImport>();
        builder.Services.AddScoped<SiteModel>();
        builder.Services.AddScoped<TypeShape>();
        builder.Services.AddScoped<MediaFiles>();
        builder.Services.AddScoped<IKindImporter, LanguageImporter>();
        builder.Services.AddScoped<IKindImporter, DictionaryImporter>();
        builder.Services.AddScoped<IKindImporter, DataTypeImporter>();
        builder.Services.AddScoped<IKindImporter, TemplateImporter>();
        builder.Services.AddScoped<IKindImporter, DocumentTypeImporter>();
        builder.Services.AddScoped<IKindImporter, MediaTypeImporter>();
        builder.Services.AddScoped<IKindImporter, MemberTypeImporter>();
        builder.Services.AddScoped<IKindImporter, MediaImporter>();
        builder.Services.AddScoped<IKindImporter, DocumentImporter>();
        builder.Services.AddScoped<IKindImporter, BlueprintImporter>();
        builder.Services.AddScoped<IKindImporter, DomainImporter>();
        builder.Services.AddScoped<IKindImporter, RelationTypeImporter>();
        builder.Services.AddScoped<IKindImporter, WebhookReporter>();
        return builder;
    }
}

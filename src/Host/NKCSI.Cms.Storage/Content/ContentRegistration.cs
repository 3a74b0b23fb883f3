using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.Content;

internal static class ContentRegistration
{
    /// <summary>What documents, blueprints and media are made of.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddSingleton(typeof(CachedContent<>));
        services.AddSingleton<ContentNodeWriter>();
        services.AddSingleton<ContentVersionStore>();
        services.AddSingleton<ContentDeletion>();
        services.AddSingleton<ContentCounts>();
        services.AddSingleton<ContentPages<IContent>>();
        services.AddSingleton<ContentPages<IMedia>>();
        services.AddSingleton<PropertyDataStore>();
        services.AddSingleton<PropertyRowBuilder>();
        services.AddSingleton<SiblingNames>();
        services.AddSingleton<TreeIntegrity>();
        services.AddSingleton<VersionCultureStore>();
        return services;
    }
}

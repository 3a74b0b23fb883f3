using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using NKCSI.Cms.Hosting.Environment;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Hosting.Localization;

/// <summary>
/// Texts of server code (validation, warnings, mails): Core's own languages, and Bulgarian, which Core does not have,
/// from <c>bg.xml</c> of this assembly.
/// </summary>
internal static class ServerTexts
{
    private const string CoreLanguages = "Umbraco.Cms.Core.EmbeddedResources.Lang";

    public static IServiceCollection AddServerTexts(this IServiceCollection services)
    {
        services.AddSingleton(Bulgarian());
        services.AddTransient(provider => new LocalizedTextServiceFileSources(
            provider.GetRequiredService<ILogger<LocalizedTextServiceFileSources>>(),
            provider.GetRequiredService<AppCaches>(),
            new DirectoryInfo(Path.Combine(provider.GetRequiredService<DataFolder>().Root, "config", "lang")),
            provider.GetServices<LocalizedTextServiceSupplementaryFileSource>(),
            new EmbeddedFileProvider(typeof(IComposer).Assembly, CoreLanguages).GetDirectoryContents(string.Empty)
        ));
        return services;
    }

    internal static LocalizedTextServiceSupplementaryFileSource Bulgarian() =>
        new(
            new EmbeddedFileProvider(Assembly.GetExecutingAssembly(), typeof(ServerTexts).Namespace).GetFileInfo(
                "bg.xml"
            ),
            overwriteCoreKeys: false
        );
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NKCSI.Cms.Hosting.Environment;
using NKCSI.Cms.Hosting.Strings;
using Umbraco.Cms.Core.Configuration;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Install;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.IO.MediaPathSchemes;
using Umbraco.Cms.Core.Logging;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;
using IHostingEnvironment = Umbraco.Cms.Core.Hosting.IHostingEnvironment;

namespace NKCSI.Cms.Hosting.Boot;

/// <summary>Folders, files and names, all below the data folder.</summary>
internal static class EnvironmentRegistration
{
    public static IUmbracoBuilder AddEnvironment(this IUmbracoBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IHostingEnvironment, CmsHostingEnvironment>();
        services.AddSingleton<IPostConfigureOptions<ConnectionStrings>, DataDirectoryInConnectionStrings>();
        services.AddSingleton<IFilePermissionHelper, DataFolderPermissions>();
        services.AddSingleton<IConfigManipulator, DataFolderSettings>();
        services.AddSingleton<ILoggingConfiguration>(provider => new LoggingConfiguration(
            Path.Combine(provider.GetRequiredService<DataFolder>().Root, "logs"),
            "nkcsi-.json",
            string.Empty
        ));

        services.AddSingleton<FileSystems>();
        services.AddUnique<IMediaPathScheme, UniqueMediaPathScheme>();
        services.AddSingleton(MediaFiles);
        services.AddSingleton<IShortStringHelper>(provider => new BulgarianShortStringHelper(
            provider.GetRequiredService<IOptions<RequestHandlerSettings>>().Value
        ));
        return builder;
    }

    private static MediaFileManager MediaFiles(IServiceProvider provider)
    {
        var environment = provider.GetRequiredService<IHostingEnvironment>();
        var settings = provider.GetRequiredService<IOptions<GlobalSettings>>().Value;
        var files = new PhysicalFileSystem(
            provider.GetRequiredService<IIOHelper>(),
            environment,
            provider.GetRequiredService<ILogger<PhysicalFileSystem>>(),
            provider.GetRequiredService<DataFolder>().MapWeb(settings.UmbracoMediaPhysicalRootPath),
            environment.ToAbsolute(settings.UmbracoMediaPath)
        );
        return new MediaFileManager(
            provider.GetRequiredService<FileSystems>().CreateShadowWrapper(files, "media"),
            provider.GetRequiredService<IMediaPathScheme>(),
            provider.GetRequiredService<ILogger<MediaFileManager>>(),
            provider.GetRequiredService<IShortStringHelper>(),
            provider,
            provider.GetRequiredService<Lazy<ICoreScopeProvider>>()
        );
    }
}

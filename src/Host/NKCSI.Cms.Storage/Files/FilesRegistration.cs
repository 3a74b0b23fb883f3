using Microsoft.Extensions.DependencyInjection;
using NKCSI.Cms.Storage.TemporaryFiles;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Files;

internal static class FilesRegistration
{
    internal static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<IScriptRepository, ScriptRepository>();
        services.AddSingleton<IStylesheetRepository, StylesheetRepository>();
        services.AddSingleton<IPartialViewRepository, PartialViewRepository>();
        services.AddSingleton<ITemporaryFileRepository, TemporaryFileRepository>();
        return services;
    }
}

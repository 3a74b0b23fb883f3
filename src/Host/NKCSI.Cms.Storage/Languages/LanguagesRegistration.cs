using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Languages;

internal static class LanguagesRegistration
{
    internal static IServiceCollection AddLanguages(this IServiceCollection services) =>
        services
            .AddSingleton<LanguageSet>()
            .AddSingleton<LanguageRemoval>()
            .AddSingleton<ILanguageRepository, LanguageRepository>()
            .AddSingleton<DictionarySet>()
            .AddSingleton<IDictionaryRepository, DictionaryRepository>();
}

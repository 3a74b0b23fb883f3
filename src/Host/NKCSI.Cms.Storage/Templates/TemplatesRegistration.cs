using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Templates;

internal static class TemplatesRegistration
{
    internal static IServiceCollection AddTemplates(this IServiceCollection services) =>
        services
            .AddSingleton<IDefaultViewContentProvider, DefaultViewContentProvider>()
            .AddSingleton<IViewHelper, ViewHelper>()
            .AddSingleton<TemplateFiles>()
            .AddSingleton<TemplateSet>()
            .AddSingleton<TemplateAliases>()
            .AddSingleton<ITemplateRepository, TemplateRepository>();
}

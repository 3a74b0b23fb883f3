using Microsoft.Extensions.DependencyInjection;

namespace NKCSI.Cms.Storage.Templates;

internal static class TemplatesRegistration
{
    internal static IServiceCollection AddTemplates(this IServiceCollection services) =>
        services.AddSingleton<TemplateFiles>().AddSingleton<TemplateSet>();
}

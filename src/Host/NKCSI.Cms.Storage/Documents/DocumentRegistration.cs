using Microsoft.Extensions.DependencyInjection;
using NKCSI.Cms.Storage.Content;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Documents;

internal static class DocumentRegistration
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<DocumentRows>();
        services.AddSingleton<DocumentReader>();
        services.AddSingleton<DocumentNames>();
        services.AddSingleton<DocumentCultureWriter>();
        services.AddSingleton<DocumentWriter>();
        services.AddSingleton<DocumentSchedules>();
        services.AddSingleton<DocumentAccess>();
        services.AddSingleton<DocumentParts>();
        services.AddSingleton<IDocumentRepository>(provider => new DocumentRepository(
            provider.GetRequiredService<DocumentParts>(),
            ContentKind.Document
        ));
        services.AddSingleton<IDocumentBlueprintRepository, DocumentBlueprintRepository>();
        services.AddSingleton<IDocumentVersionRepository, DocumentVersionRepository>();
        return services;
    }
}

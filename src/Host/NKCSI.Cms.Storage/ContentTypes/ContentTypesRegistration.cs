using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.ContentTypes;

internal static class ContentTypesRegistration
{
    internal static IServiceCollection AddContentTypes(this IServiceCollection services) =>
        services
            .AddSingleton<PropertyFactory>()
            .AddSingleton<TypeFactory>()
            .AddSingleton<TypeCaches>()
            .AddSingleton<TypeSet>()
            .AddSingleton<IContentTypeCommonRepository>(provider => provider.GetRequiredService<TypeSet>())
            .AddSingleton<PropertyRemoval>()
            .AddSingleton<PropertyWriter>()
            .AddSingleton<CompositionRemoval>()
            .AddSingleton<ContentNameSwitch>()
            .AddSingleton<PropertyValueSwitch>()
            .AddSingleton<EditedFlags>()
            .AddSingleton<VariationSwitch>()
            .AddSingleton<TypeWriter>()
            .AddSingleton<TypeRemoval>()
            .AddSingleton<TypeStorage>()
            .AddSingleton<IContentTypeRepository, DocumentTypeRepository>()
            .AddSingleton<IMediaTypeRepository, MediaTypeRepository>()
            .AddSingleton<IMemberTypeRepository, MemberTypeRepository>()
            .AddSingleton<IPropertyTypeUsageRepository, PropertyTypeUsageRepository>()
            .AddSingleton<IDocumentTypeContainerRepository, DocumentTypeContainers>()
            .AddSingleton<IMediaTypeContainerRepository, MediaTypeContainers>()
            .AddSingleton<IMemberTypeContainerRepository, MemberTypeContainers>()
            .AddSingleton<IDocumentBlueprintContainerRepository, DocumentBlueprintContainers>()
            .AddSingleton<IDataTypeContainerRepository, DataTypeContainers>();
}

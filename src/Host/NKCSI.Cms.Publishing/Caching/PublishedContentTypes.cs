using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>
/// Core's factory of published types, which also tells when its data types changed: a refresher clears the types
/// first and the data types after, and what was built between the two holds the old configuration.
/// </summary>
internal sealed class PublishedContentTypes(PublishedContentTypeFactory core, ContentModelVersion version)
    : IPublishedContentTypeFactory
{
    public IPublishedContentType CreateContentType(IContentTypeComposition contentType) =>
        core.CreateContentType(contentType);

    public IPublishedPropertyType CreatePropertyType(IPublishedContentType contentType, IPropertyType propertyType) =>
        core.CreatePropertyType(contentType, propertyType);

    public IPublishedPropertyType CreatePropertyType(
        IPublishedContentType contentType,
        string propertyTypeAlias,
        int dataTypeId,
        ContentVariation variations
    ) => core.CreatePropertyType(contentType, propertyTypeAlias, dataTypeId, variations);

    public IPublishedPropertyType CreateCorePropertyType(
        IPublishedContentType contentType,
        string propertyTypeAlias,
        int dataTypeId,
        ContentVariation variations
    ) => core.CreateCorePropertyType(contentType, propertyTypeAlias, dataTypeId, variations);

    public PublishedDataType GetDataType(int id) => core.GetDataType(id);

    public void ClearDataTypeCache()
    {
        core.ClearDataTypeCache();
        version.Advance();
    }

    /// <summary>
    /// Drops all of them: Core's own way would change its dictionary while others read it.
    /// </summary>
    public void NotifyDataTypeChanges(params int[] ids) => ClearDataTypeCache();
}

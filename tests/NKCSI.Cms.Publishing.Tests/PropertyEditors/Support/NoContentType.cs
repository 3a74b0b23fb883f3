using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Cms.Publishing.Tests.PropertyEditors.Support;

/// <summary>The owner of a property type of which only the property matters.</summary>
internal sealed class NoContentType : IPublishedContentType
{
    public Guid Key { get; } = Guid.NewGuid();

    public int Id => 1;

    public string Alias => "sample";

    public PublishedItemType ItemType => PublishedItemType.Content;

    public HashSet<string> CompositionAliases { get; } = [];

    public ContentVariation Variations => ContentVariation.Nothing;

    public bool IsElement => false;

    public IEnumerable<IPublishedPropertyType> PropertyTypes => [];

    public int GetPropertyIndex(string alias) => -1;

    public IPublishedPropertyType? GetPropertyType(string alias) => null;

    public IPublishedPropertyType? GetPropertyType(int index) => null;
}

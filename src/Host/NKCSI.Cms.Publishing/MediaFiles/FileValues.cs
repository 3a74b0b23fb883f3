using System.Text.Json;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Publishing.MediaFiles;

/// <summary>
/// The files that belong to an item: those of its upload and cropper properties, also inside blocks. A file belongs
/// to an item only if it lies where Core stores that item's uploads, so a value edited by hand never reaches
/// somebody else's file.
/// </summary>
internal sealed class FileValues(
    MediaFileManager files,
    MediaUrlGeneratorCollection paths,
    IContentTypeService documentTypes
)
{
    private static readonly HashSet<string> FileEditors =
    [
        Constants.PropertyEditors.Aliases.UploadField,
        Constants.PropertyEditors.Aliases.ImageCropper,
    ];

    private static readonly HashSet<string> BlockEditors =
    [
        Constants.PropertyEditors.Aliases.BlockList,
        Constants.PropertyEditors.Aliases.BlockGrid,
        Constants.PropertyEditors.Aliases.SingleBlock,
        Constants.PropertyEditors.Aliases.RichText,
    ];

    public static bool IsFile(IProperty property) => FileEditors.Contains(property.PropertyType.PropertyEditorAlias);

    /// <summary>Paths below the media folder of all files that belong to these items, published and draft.</summary>
    public IReadOnlyCollection<string> OwnedBy(IEnumerable<IContentBase> items)
    {
        var inBlocks = new Lazy<Guid[]>(FilePropertiesOfElements);
        var owned = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            foreach (var property in item.Properties)
            {
                owned.UnionWith(
                    IsFile(property) ? OwnFiles(item.Key, property)
                    : BlockEditors.Contains(property.PropertyType.PropertyEditorAlias)
                        ? FilesInBlocks(item.Key, property, inBlocks)
                    : []
                );
            }
        }

        return owned;
    }

    private IEnumerable<string> OwnFiles(Guid itemKey, IProperty property) =>
        Values(property)
            .Select(value =>
                paths.TryGetMediaPath(property.PropertyType.PropertyEditorAlias, value, out var path) ? path : null
            )
            .Where(path => !string.IsNullOrWhiteSpace(path))
            .Select(path => files.FileSystem.GetRelativePath(path!))
            .Where(path => files.IsFileOwnedBy(path, itemKey, property.PropertyType.Key));

    private IEnumerable<string> FilesInBlocks(Guid itemKey, IProperty property, Lazy<Guid[]> fileProperties) =>
        Values(property)
            .OfType<string>()
            .SelectMany(Texts)
            .Where(text => text.Contains('/', StringComparison.Ordinal) && Path.HasExtension(text))
            .Select(files.FileSystem.GetRelativePath)
            .Where(path => fileProperties.Value.Any(key => files.IsFileOwnedBy(path, itemKey, key)));

    private static IEnumerable<object> Values(IProperty property) =>
        property.Values.SelectMany(value => new[] { value.EditedValue, value.PublishedValue }).OfType<object>();

    private Guid[] FilePropertiesOfElements() =>
        [
            .. documentTypes
                .GetAll()
                .Where(type => type.IsElement)
                .SelectMany(type => type.PropertyTypes)
                .Where(property => FileEditors.Contains(property.PropertyEditorAlias))
                .Select(property => property.Key)
                .Distinct(),
        ];

    /// <summary>Every text in a block value; a text that is JSON itself is opened too.</summary>
    private static IEnumerable<string> Texts(string json)
    {
        if (json.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return [json];
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. Texts(document.RootElement)];
        }
        catch (JsonException)
        {
            return [json];
        }
    }

    private static IEnumerable<string> Texts(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => Texts(element.GetString()!),
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
            _ => [],
        };
}

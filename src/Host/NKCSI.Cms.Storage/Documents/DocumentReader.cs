using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;
using Constants = Umbraco.Cms.Core.Constants;
using Document = Umbraco.Cms.Core.Models.Content;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>
/// Makes documents of joined rows. However many there are, it asks three times: for the values, the cultures of the
/// versions and the cultures of the documents.
/// </summary>
internal sealed class DocumentReader(
    ScopedDatabase database,
    PropertyDataStore properties,
    VersionCultureStore cultures,
    IContentTypeRepository types,
    ILanguageRepository languages
)
{
    /// <param name="records">The rows.</param>
    /// <param name="propertyAliases">The properties to fill; null for all.</param>
    public IReadOnlyList<IContent> Read(
        IReadOnlyCollection<ContentRecord> records,
        IReadOnlyCollection<string>? propertyAliases = null
    )
    {
        var typesById = records
            .Select(record => record.Content.ContentTypeId)
            .Distinct()
            .ToDictionary(id => id, TypeOf);
        var values = properties.Read(propertyAliases is { Count: 0 } ? [] : VersionIds(records));
        var variant = records.Where(record => typesById[record.Content.ContentTypeId].VariesByCulture()).ToList();
        var versionCultures = cultures.Read(VersionIds(variant));
        var edited = EditedCultures([.. variant.Select(record => record.Node.Id)]);

        return
        [
            .. records.Select(record =>
            {
                var type = typesById[record.Content.ContentTypeId];
                var document = Build(record, type);
                document.DisableChangeTracking();
                if (propertyAliases is not { Count: 0 })
                {
                    document.Properties = properties.Compose(
                        propertyAliases is null
                            ? type.CompositionPropertyTypes
                            : type.CompositionPropertyTypes.Where(property =>
                                propertyAliases.Contains(property.Alias, StringComparer.OrdinalIgnoreCase)
                            ),
                        values,
                        record.Version.Id,
                        record.PublishedVersion?.Id ?? 0
                    );
                }

                if (type.VariesByCulture())
                {
                    SetCultures(document, versionCultures, edited[document.Id]);
                }

                document.ResetDirtyProperties(false);
                document.EnableChangeTracking();
                return document;
            }),
        ];
    }

    private static Document Build(ContentRecord record, IContentType type)
    {
        var (node, version, published) = (record.Node, record.Version, record.PublishedVersion);
        var isPublished = record.Document!.Published;
        var document = new Document(node.Name, node.ParentId, type, [], culture: null);
        document.DisableChangeTracking();
        document.Id = node.Id;
        document.Key = node.Key;
        document.VersionId = version.Id;
        document.Name = version.Name;
        document.Path = node.Path;
        document.Level = node.Level;
        document.SortOrder = node.SortOrder;
        document.Trashed = node.Trashed;
        document.CreatorId = node.UserId ?? Constants.Security.UnknownUserId;
        document.WriterId = version.UserId ?? Constants.Security.UnknownUserId;
        document.CreateDate = node.CreateDate;
        document.UpdateDate = version.VersionDate;
        document.Published = isPublished;
        document.Edited = record.Document.Edited;
        document.TemplateId = record.DocumentVersion!.TemplateId;
        document.Blueprint = node.ObjectType == Constants.ObjectTypes.DocumentBlueprint;
        if (published is not null)
        {
            // Known even when the document is no longer published: the next publish must take its mark away.
            document.PublishedVersionId = published.Id;
            document.PublishDate = published.VersionDate;
            document.PublishName = published.Name;
            document.PublisherId = published.UserId;
            document.PublishTemplateId = isPublished ? record.PublishedDocumentVersion!.TemplateId : null;
        }

        document.EnableChangeTracking();
        return document;
    }

    private static int[] VersionIds(IReadOnlyCollection<ContentRecord> records) =>
        [
            .. records
                .SelectMany(record => new[] { record.Version.Id, record.PublishedVersion?.Id ?? 0 })
                .Where(id => id > 0)
                .Distinct(),
        ];

    private IContentType TypeOf(int id) =>
        types.Get(id) ?? throw new InvalidOperationException($"There is no document type with id {id}.");

    private ILookup<int, string> EditedCultures(int[] nodeIds) =>
        nodeIds.Length == 0
            ? Array.Empty<(int, string)>().ToLookup(row => row.Item1, row => row.Item2)
            : database
                .Context.Set<DocumentCultureRow>()
                .Where(row => EF.Parameter(nodeIds).Contains(row.NodeId) && row.Edited)
                .ToLookup(row => row.NodeId, row => languages.GetIsoCodeById(row.LanguageId)!);

    private void SetCultures(
        Document document,
        ILookup<int, ContentVersionCultureRow> versionCultures,
        IEnumerable<string> edited
    )
    {
        foreach (var row in versionCultures[document.VersionId])
        {
            document.SetCultureInfo(languages.GetIsoCodeById(row.LanguageId)!, row.Name, row.Date);
        }

        if (document.PublishedState is PublishedState.Published)
        {
            foreach (var row in versionCultures[document.PublishedVersionId])
            {
                document.SetPublishInfo(languages.GetIsoCodeById(row.LanguageId)!, row.Name, row.Date);
            }
        }

        document.SetCultureEdited(edited);
    }
}

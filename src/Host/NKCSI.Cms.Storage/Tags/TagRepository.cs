using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Languages;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Queries;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Tags;

/// <summary>
/// Core's door to tags. A culture of null means tags without a language, "*" means all, else the tags of that language.
/// </summary>
internal sealed class TagRepository(ScopedDatabase database, TagAssignment assignment) : ITagRepository
{
    private const string AllCultures = "*";

    private static readonly RowFilter<ITag, TagRow> Rows = new RowFilter<ITag, TagRow>()
        .Map(nameof(ITag.Id), row => row.Id)
        .Map(nameof(ITag.Group), row => row.Group)
        .Map(nameof(ITag.Text), row => row.Text)
        .Map(nameof(ITag.LanguageId), row => row.LanguageId);

    private CmsDbContext Db => database.Context;

    public ITag? Get(int id) => GetMany(id).FirstOrDefault();

    public IEnumerable<ITag> GetMany(params int[]? ids) =>
        Read(
            ids is { Length: > 0 }
                ? Db.Set<TagRow>().Where(row => EF.Parameter(ids).Contains(row.Id))
                : Db.Set<TagRow>()
        );

    public bool Exists(int id) => Db.Set<TagRow>().Any(row => row.Id == id);

    public IEnumerable<ITag> Get(IQuery<ITag> query) => Read(Rows.Apply(Db.Set<TagRow>(), query));

    public int Count(IQuery<ITag>? query) => Rows.Apply(Db.Set<TagRow>(), query).Count();

    public void Save(ITag entity)
    {
        var row = new TagRow
        {
            Id = entity.Id,
            Group = entity.Group,
            Text = entity.Text,
            LanguageId = entity.LanguageId,
        };
        if (entity.HasIdentity)
        {
            entity.UpdatingEntity();
            Db.Replace(row);
        }
        else
        {
            entity.AddingEntity();
            Db.Insert(row);
            entity.Id = row.Id;
        }

        entity.ResetDirtyProperties();
    }

    public void Delete(ITag entity)
    {
        Db.Set<TagRelationshipRow>().Where(row => row.TagId == entity.Id).ExecuteDelete();
        Db.Set<TagRow>().Where(row => row.Id == entity.Id).ExecuteDelete();
    }

    public void Assign(int contentId, int propertyTypeId, IEnumerable<ITag> tags, bool replaceTags = true) =>
        assignment.Assign(contentId, propertyTypeId, tags, replaceTags);

    public void Remove(int contentId, int propertyTypeId, IEnumerable<ITag> tags) =>
        assignment.Remove(contentId, propertyTypeId, tags);

    public void RemoveAll(int contentId) => assignment.RemoveAll(contentId);

    public void RemoveAll(int contentId, int propertyTypeId) => assignment.RemoveAll(contentId, propertyTypeId);

    public TaggedEntity? GetTaggedEntityByKey(Guid key) =>
        Tagged(Assigned(AllCultures).Where(row => row.Node.Key == key)).FirstOrDefault();

    public TaggedEntity? GetTaggedEntityById(int id) =>
        Tagged(Assigned(AllCultures).Where(row => row.Node.Id == id)).FirstOrDefault();

    public IEnumerable<TaggedEntity> GetTaggedEntitiesByTagGroup(
        TaggableObjectTypes objectType,
        string group,
        string? culture = null
    ) => Tagged(OfType(Assigned(culture), objectType).Where(row => row.Tag.Group == group));

    public IEnumerable<TaggedEntity> GetTaggedEntitiesByTag(
        TaggableObjectTypes objectType,
        string tag,
        string? group = null,
        string? culture = null
    ) => Tagged(InGroup(OfType(Assigned(culture), objectType), group).Where(row => row.Tag.Text == tag));

    /// <summary>The tags of items that are not in the recycle bin, with the number of their uses.</summary>
    public IEnumerable<ITag> GetTagsForEntityType(
        TaggableObjectTypes objectType,
        string? group = null,
        string? culture = null
    ) =>
        [
            .. InGroup(OfType(Assigned(culture), objectType), group)
                .Where(row => !row.Node.Trashed)
                .GroupBy(row => new
                {
                    row.Tag.Id,
                    row.Tag.Text,
                    row.Tag.Group,
                    row.Tag.LanguageId,
                })
                .OrderBy(uses => uses.Key.Text)
                .Select(uses => new
                {
                    uses.Key.Id,
                    uses.Key.Text,
                    uses.Key.Group,
                    uses.Key.LanguageId,
                    Count = uses.Count(),
                })
                .AsEnumerable()
                .Select(row => new Tag(row.Id, row.Group, row.Text, row.LanguageId) { NodeCount = row.Count }),
        ];

    public IEnumerable<ITag> GetTagsForEntity(int contentId, string? group = null, string? culture = null) =>
        Tags(InGroup(Assigned(culture), group).Where(row => row.Node.Id == contentId));

    public IEnumerable<ITag> GetTagsForEntity(Guid contentId, string? group = null, string? culture = null) =>
        Tags(InGroup(Assigned(culture), group).Where(row => row.Node.Key == contentId));

    public IEnumerable<ITag> GetTagsForProperty(
        int contentId,
        string propertyTypeAlias,
        string? group = null,
        string? culture = null
    ) =>
        Tags(
            InGroup(Assigned(culture), group)
                .Where(row => row.Node.Id == contentId && row.PropertyType.Alias == propertyTypeAlias)
        );

    public IEnumerable<ITag> GetTagsForProperty(
        Guid contentId,
        string propertyTypeAlias,
        string? group = null,
        string? culture = null
    ) =>
        Tags(
            InGroup(Assigned(culture), group)
                .Where(row => row.Node.Key == contentId && row.PropertyType.Alias == propertyTypeAlias)
        );

    private IQueryable<AssignedTag> Assigned(string? culture)
    {
        var assigned =
            from tag in Db.Set<TagRow>()
            join relationship in Db.Set<TagRelationshipRow>() on tag.Id equals relationship.TagId
            join propertyType in Db.Set<PropertyTypeRow>() on relationship.PropertyTypeId equals propertyType.Id
            join node in Db.Set<NodeRow>() on relationship.NodeId equals node.Id
            select new AssignedTag
            {
                Tag = tag,
                Node = node,
                PropertyType = propertyType,
            };
        return culture switch
        {
            null => assigned.Where(row => row.Tag.LanguageId == null),
            AllCultures => assigned,
            _ => assigned.Where(row =>
                Db.Set<LanguageRow>().Any(language => language.Id == row.Tag.LanguageId && language.IsoCode == culture)
            ),
        };
    }

    private static IQueryable<AssignedTag> InGroup(IQueryable<AssignedTag> tags, string? group) =>
        string.IsNullOrWhiteSpace(group) ? tags : tags.Where(row => row.Tag.Group == group);

    private static IQueryable<AssignedTag> OfType(IQueryable<AssignedTag> tags, TaggableObjectTypes type)
    {
        Guid? objectType = type switch
        {
            TaggableObjectTypes.All => null,
            TaggableObjectTypes.Content => Constants.ObjectTypes.Document,
            TaggableObjectTypes.Media => Constants.ObjectTypes.Media,
            TaggableObjectTypes.Member => Constants.ObjectTypes.Member,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
        return objectType is null ? tags : tags.Where(row => row.Node.ObjectType == objectType);
    }

    private static IEnumerable<TaggedEntity> Tagged(IQueryable<AssignedTag> tags) =>
        [
            .. tags.AsEnumerable()
                .GroupBy(row => row.Node.Id)
                .Select(node => new TaggedEntity(
                    node.Key,
                    [
                        .. node.GroupBy(row => row.PropertyType.Id)
                            .Select(property => new TaggedProperty(
                                property.Key,
                                property.First().PropertyType.Alias,
                                [.. property.Select(row => ToModel(row.Tag))]
                            )),
                    ]
                )),
        ];

    private static IEnumerable<ITag> Tags(IQueryable<AssignedTag> tags) =>
        Read(tags.Select(row => row.Tag).Distinct().OrderBy(tag => tag.Text));

    private static IEnumerable<ITag> Read(IQueryable<TagRow> rows) => [.. rows.AsEnumerable().Select(ToModel)];

    private static ITag ToModel(TagRow row) => new Tag(row.Id, row.Group, row.Text, row.LanguageId);

    private sealed class AssignedTag
    {
        public required TagRow Tag { get; init; }

        public required NodeRow Node { get; init; }

        public required PropertyTypeRow PropertyType { get; init; }
    }
}

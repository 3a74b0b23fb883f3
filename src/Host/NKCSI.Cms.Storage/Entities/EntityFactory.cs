using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;

namespace NKCSI.Cms.Storage.Entities;

/// <summary>Makes Core's light entities; cultures of documents are added afterwards, for all of a list at once.</summary>
internal static class EntityFactory
{
    public static EntitySlim Create(EntityDetails details)
    {
        EntitySlim entity = details.Node.ObjectType switch
        {
            { } type when type == Constants.ObjectTypes.Document || type == Constants.ObjectTypes.DocumentBlueprint =>
                new DocumentEntitySlim
                {
                    Variations = (ContentVariation)(details.ContentType?.Variations ?? 0),
                    Published = details.Document?.Published ?? false,
                    Edited = details.Document?.Edited ?? false,
                },
            { } type when type == Constants.ObjectTypes.Media => new MediaEntitySlim { MediaPath = details.MediaPath },
            { } type when type == Constants.ObjectTypes.Member => new MemberEntitySlim(),
            _ => new EntitySlim(),
        };
        if (entity is ContentEntitySlim content && details.ContentType is { } contentType)
        {
            content.ContentTypeAlias = contentType.Alias ?? string.Empty;
            content.ContentTypeKey = details.ContentTypeKey ?? Guid.Empty;
            content.ContentTypeIcon = contentType.Icon;
            content.ContentTypeThumbnail = contentType.Thumbnail;
            content.ListViewKey = contentType.ListView;
        }

        entity.Id = details.Node.Id;
        entity.Key = details.Node.Key;
        entity.ParentId = details.Node.ParentId;
        entity.Path = details.Node.Path;
        entity.Level = details.Node.Level;
        entity.SortOrder = details.Node.SortOrder;
        entity.Trashed = details.Node.Trashed;
        entity.Name = details.Node.Name;
        entity.NodeObjectType = details.Node.ObjectType ?? Guid.Empty;
        entity.CreatorId = details.Node.UserId ?? Constants.Security.UnknownUserId;
        entity.CreateDate = details.Node.CreateDate;
        entity.UpdateDate = details.VersionDate ?? details.Node.CreateDate;
        entity.HasChildren = details.HasChildren;
        return entity;
    }
}

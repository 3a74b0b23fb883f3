using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Entities;

/// <summary>
/// The id of a key and the key of an id. A reserved id answers for every type: the entity that will take it is not
/// there yet.
/// </summary>
internal sealed class IdKeyMapRepository(ScopedDatabase database) : IIdKeyMapRepository
{
    public int? GetIdForKey(Guid key, UmbracoObjectTypes umbracoObjectType) =>
        OfType(umbracoObjectType).Where(node => node.Key == key).Select(node => (int?)node.Id).SingleOrDefault();

    public Guid? GetIdForKey(int id, UmbracoObjectTypes umbracoObjectType) =>
        OfType(umbracoObjectType).Where(node => node.Id == id).Select(node => (Guid?)node.Key).SingleOrDefault();

    private IQueryable<NodeRow> OfType(UmbracoObjectTypes umbracoObjectType)
    {
        var nodes = database.Context.Set<NodeRow>();
        if (umbracoObjectType == UmbracoObjectTypes.Unknown)
        {
            return nodes;
        }

        var objectType = umbracoObjectType.GetGuid();
        return nodes.Where(node =>
            node.ObjectType == objectType || node.ObjectType == Constants.ObjectTypes.IdReservation
        );
    }
}

using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>Member types: they say what members may do with each property.</summary>
internal sealed class MemberTypeRepository(TypeStorage storage)
    : TypeRepository<IMemberType>(storage, Constants.ObjectTypes.MemberType),
        IMemberTypeRepository
{
    protected override void Prepare(IMemberType type)
    {
        if (string.IsNullOrWhiteSpace(type.Icon))
        {
            type.Icon = Constants.Icons.Member;
        }
    }

    protected override void WriteKind(IMemberType type)
    {
        var rows = Storage.Database.Context;
        rows.Set<MemberTypePropertyRow>().Where(row => row.ContentTypeId == type.Id).ExecuteDelete();
        rows.Insert(
            type.PropertyTypes.Select(property => new MemberTypePropertyRow
                {
                    ContentTypeId = type.Id,
                    PropertyTypeId = property.Id,
                    MemberCanEdit = type.MemberCanEditProperty(property.Alias),
                    ViewOnProfile = type.MemberCanViewProperty(property.Alias),
                    IsSensitive = type.IsSensitiveProperty(property.Alias),
                })
                .ToList()
        );
    }
}

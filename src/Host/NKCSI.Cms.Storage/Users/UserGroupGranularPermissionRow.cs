using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A permission of a group on one item. Table <c>umbracoUserGroup2GranularPermission</c>.</summary>
internal sealed class UserGroupGranularPermissionRow
{
    public int Id { get; set; }

    public Guid UserGroupKey { get; set; }

    public Guid? UniqueId { get; set; }

    public required string Permission { get; set; }

    public required string Context { get; set; }
}

internal sealed class UserGroupGranularPermissionRowMapping : IEntityTypeConfiguration<UserGroupGranularPermissionRow>
{
    public void Configure(EntityTypeBuilder<UserGroupGranularPermissionRow> row)
    {
        row.ToTable("umbracoUserGroup2GranularPermission");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.UserGroupKey).HasColumnName("userGroupKey");
        row.Property(r => r.UniqueId).HasColumnName("uniqueId");
        row.Property(r => r.Permission).HasColumnName("permission");
        row.Property(r => r.Context).HasColumnName("context");
    }
}

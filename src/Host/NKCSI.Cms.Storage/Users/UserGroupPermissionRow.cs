using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A default permission of a group. Table <c>umbracoUserGroup2Permission</c>.</summary>
internal sealed class UserGroupPermissionRow
{
    public int Id { get; set; }

    public Guid UserGroupKey { get; set; }

    public required string Permission { get; set; }
}

internal sealed class UserGroupPermissionRowMapping : IEntityTypeConfiguration<UserGroupPermissionRow>
{
    public void Configure(EntityTypeBuilder<UserGroupPermissionRow> row)
    {
        row.ToTable("umbracoUserGroup2Permission");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.UserGroupKey).HasColumnName("userGroupKey");
        row.Property(r => r.Permission).HasColumnName("permission");
    }
}

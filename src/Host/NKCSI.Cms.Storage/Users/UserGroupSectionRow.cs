using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A section that a group sees. Table <c>umbracoUserGroup2App</c>.</summary>
internal sealed class UserGroupSectionRow
{
    public int UserGroupId { get; set; }

    public required string App { get; set; }
}

internal sealed class UserGroupSectionRowMapping : IEntityTypeConfiguration<UserGroupSectionRow>
{
    public void Configure(EntityTypeBuilder<UserGroupSectionRow> row)
    {
        row.ToTable("umbracoUserGroup2App");
        row.HasKey(r => new { r.UserGroupId, r.App });
        row.Property(r => r.UserGroupId).HasColumnName("userGroupId");
        row.Property(r => r.App).HasColumnName("app");
    }
}

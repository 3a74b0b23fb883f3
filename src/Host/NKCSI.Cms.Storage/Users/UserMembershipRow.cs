using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A user in a group. Table <c>umbracoUser2UserGroup</c>.</summary>
internal sealed class UserMembershipRow
{
    public int UserId { get; set; }

    public int UserGroupId { get; set; }
}

internal sealed class UserMembershipRowMapping : IEntityTypeConfiguration<UserMembershipRow>
{
    public void Configure(EntityTypeBuilder<UserMembershipRow> row)
    {
        row.ToTable("umbracoUser2UserGroup");
        row.HasKey(r => new { r.UserId, r.UserGroupId });
        row.Property(r => r.UserId).HasColumnName("userId");
        row.Property(r => r.UserGroupId).HasColumnName("userGroupId");
    }
}

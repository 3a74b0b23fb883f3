using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A group of users. Table <c>umbracoUserGroup</c>.</summary>
internal sealed class UserGroupRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public required string Alias { get; set; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    public string? LegacyPermissions { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }

    public string? Icon { get; set; }

    public bool HasAccessToAllLanguages { get; set; }

    public int? StartContentId { get; set; }

    public int? StartMediaId { get; set; }
}

internal sealed class UserGroupRowMapping : IEntityTypeConfiguration<UserGroupRow>
{
    public void Configure(EntityTypeBuilder<UserGroupRow> row)
    {
        row.ToTable("umbracoUserGroup");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.Key).HasColumnName("key");
        row.Property(r => r.Alias).HasColumnName("userGroupAlias");
        row.Property(r => r.Name).HasColumnName("userGroupName");
        row.Property(r => r.Description).HasColumnName("description");
        row.Property(r => r.LegacyPermissions).HasColumnName("userGroupDefaultPermissions");
        row.Property(r => r.CreateDate).HasColumnName("createDate");
        row.Property(r => r.UpdateDate).HasColumnName("updateDate");
        row.Property(r => r.Icon).HasColumnName("icon");
        row.Property(r => r.HasAccessToAllLanguages).HasColumnName("hasAccessToAllLanguages");
        row.Property(r => r.StartContentId).HasColumnName("startContentId");
        row.Property(r => r.StartMediaId).HasColumnName("startMediaId");
    }
}

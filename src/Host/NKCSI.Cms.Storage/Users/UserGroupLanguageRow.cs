using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A language that a group may edit. Table <c>umbracoUserGroup2Language</c>.</summary>
internal sealed class UserGroupLanguageRow
{
    public int UserGroupId { get; set; }

    public int LanguageId { get; set; }
}

internal sealed class UserGroupLanguageRowMapping : IEntityTypeConfiguration<UserGroupLanguageRow>
{
    public void Configure(EntityTypeBuilder<UserGroupLanguageRow> row)
    {
        row.ToTable("umbracoUserGroup2Language");
        row.HasKey(r => new { r.UserGroupId, r.LanguageId });
        row.Property(r => r.UserGroupId).HasColumnName("userGroupId");
        row.Property(r => r.LanguageId).HasColumnName("languageId");
    }
}

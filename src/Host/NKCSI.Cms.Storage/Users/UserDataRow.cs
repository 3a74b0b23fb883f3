using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A setting of the user interface of a user. Table <c>umbracoUserData</c>.</summary>
internal sealed class UserDataRow
{
    public Guid Key { get; set; }

    public Guid UserKey { get; set; }

    public required string Group { get; set; }

    public required string Identifier { get; set; }

    public required string Value { get; set; }
}

internal sealed class UserDataRowMapping : IEntityTypeConfiguration<UserDataRow>
{
    public void Configure(EntityTypeBuilder<UserDataRow> row)
    {
        row.ToTable("umbracoUserData");
        row.HasKey(r => r.Key);
        row.Property(r => r.Key).HasColumnName("key");
        row.Property(r => r.UserKey).HasColumnName("userKey");
        row.Property(r => r.Group).HasColumnName("group");
        row.Property(r => r.Identifier).HasColumnName("identifier");
        row.Property(r => r.Value).HasColumnName("value");
    }
}

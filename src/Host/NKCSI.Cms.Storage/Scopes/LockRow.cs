using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Scopes;

/// <summary>A lock that writers take. Table <c>umbracoLock</c>.</summary>
internal sealed class LockRow
{
    public int Id { get; set; }

    public int Value { get; set; }

    public required string Name { get; set; }
}

internal sealed class LockRowMapping : IEntityTypeConfiguration<LockRow>
{
    public void Configure(EntityTypeBuilder<LockRow> row)
    {
        row.ToTable("umbracoLock");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id").ValueGeneratedNever();
        row.Property(r => r.Value).HasColumnName("value");
        row.Property(r => r.Name).HasColumnName("name");
    }
}

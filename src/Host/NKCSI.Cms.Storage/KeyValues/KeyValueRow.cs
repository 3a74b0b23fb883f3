using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.KeyValues;

/// <summary>A setting or state of the system. Table <c>umbracoKeyValue</c>.</summary>
internal sealed class KeyValueRow
{
    public required string Key { get; set; }

    public string? Value { get; set; }

    public DateTime Updated { get; set; }
}

internal sealed class KeyValueRowMapping : IEntityTypeConfiguration<KeyValueRow>
{
    public void Configure(EntityTypeBuilder<KeyValueRow> row)
    {
        row.ToTable("umbracoKeyValue");
        row.HasKey(r => r.Key);
        row.Property(r => r.Key).HasColumnName("key");
        row.Property(r => r.Value).HasColumnName("value");
        row.Property(r => r.Updated).HasColumnName("updated");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Languages;

/// <summary>A dictionary item. Table <c>cmsDictionary</c>.</summary>
internal sealed class DictionaryRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public Guid? Parent { get; set; }

    public required string ItemKey { get; set; }
}

internal sealed class DictionaryRowMapping : IEntityTypeConfiguration<DictionaryRow>
{
    public void Configure(EntityTypeBuilder<DictionaryRow> row)
    {
        row.ToTable("cmsDictionary");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("pk");
        row.Property(r => r.Key).HasColumnName("id");
        row.Property(r => r.Parent).HasColumnName("parent");
        row.Property(r => r.ItemKey).HasColumnName("key");
    }
}

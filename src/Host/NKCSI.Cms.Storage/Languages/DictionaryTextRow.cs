using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Languages;

/// <summary>The text of a dictionary item in one language. Table <c>cmsLanguageText</c>.</summary>
internal sealed class DictionaryTextRow
{
    public int Id { get; set; }

    public int LanguageId { get; set; }

    public Guid DictionaryKey { get; set; }

    public required string Value { get; set; }
}

internal sealed class DictionaryTextRowMapping : IEntityTypeConfiguration<DictionaryTextRow>
{
    public void Configure(EntityTypeBuilder<DictionaryTextRow> row)
    {
        row.ToTable("cmsLanguageText");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("pk");
        row.Property(r => r.LanguageId).HasColumnName("languageId");
        row.Property(r => r.DictionaryKey).HasColumnName("UniqueId");
        row.Property(r => r.Value).HasColumnName("value");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Tags;

/// <summary>A tag in a group and language. Table <c>cmsTags</c>.</summary>
internal sealed class TagRow
{
    public int Id { get; set; }

    public required string Group { get; set; }

    public int? LanguageId { get; set; }

    public required string Text { get; set; }
}

internal sealed class TagRowMapping : IEntityTypeConfiguration<TagRow>
{
    public void Configure(EntityTypeBuilder<TagRow> row)
    {
        row.ToTable("cmsTags");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.Group).HasColumnName("group");
        row.Property(r => r.LanguageId).HasColumnName("languageId");
        row.Property(r => r.Text).HasColumnName("tag");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Languages;

/// <summary>A language of the content. Table <c>umbracoLanguage</c>.</summary>
internal sealed class LanguageRow
{
    public int Id { get; set; }

    public required string IsoCode { get; set; }

    public required string CultureName { get; set; }

    public bool IsDefault { get; set; }

    public bool IsMandatory { get; set; }

    public int? FallbackLanguageId { get; set; }
}

internal sealed class LanguageRowMapping : IEntityTypeConfiguration<LanguageRow>
{
    public void Configure(EntityTypeBuilder<LanguageRow> row)
    {
        row.ToTable("umbracoLanguage");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.IsoCode).HasColumnName("languageISOCode");
        row.Property(r => r.CultureName).HasColumnName("languageCultureName");
        row.Property(r => r.IsDefault).HasColumnName("isDefaultVariantLang");
        row.Property(r => r.IsMandatory).HasColumnName("mandatory");
        row.Property(r => r.FallbackLanguageId).HasColumnName("fallbackLanguageId");
    }
}

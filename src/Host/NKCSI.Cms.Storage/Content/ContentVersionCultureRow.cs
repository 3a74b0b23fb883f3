using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Content;

/// <summary>The name and date of one culture in one version. Table <c>umbracoContentVersionCultureVariation</c>.</summary>
internal sealed class ContentVersionCultureRow
{
    public int Id { get; set; }

    public int VersionId { get; set; }

    public int LanguageId { get; set; }

    public required string Name { get; set; }

    public DateTime Date { get; set; }

    public int? AvailableUserId { get; set; }
}

internal sealed class ContentVersionCultureRowMapping : IEntityTypeConfiguration<ContentVersionCultureRow>
{
    public void Configure(EntityTypeBuilder<ContentVersionCultureRow> row)
    {
        row.ToTable("umbracoContentVersionCultureVariation");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.VersionId).HasColumnName("versionId");
        row.Property(r => r.LanguageId).HasColumnName("languageId");
        row.Property(r => r.Name).HasColumnName("name");
        row.Property(r => r.Date).HasColumnName("date");
        row.Property(r => r.AvailableUserId).HasColumnName("availableUserId");
    }
}

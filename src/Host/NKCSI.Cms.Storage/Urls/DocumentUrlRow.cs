using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Urls;

/// <summary>A url segment of a document, draft or published. Table <c>umbracoDocumentUrl</c>.</summary>
internal sealed class DocumentUrlRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public bool IsDraft { get; set; }

    public int? LanguageId { get; set; }

    public required string UrlSegment { get; set; }

    public bool IsPrimary { get; set; }
}

internal sealed class DocumentUrlRowMapping : IEntityTypeConfiguration<DocumentUrlRow>
{
    public void Configure(EntityTypeBuilder<DocumentUrlRow> row)
    {
        row.ToTable("umbracoDocumentUrl");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.Key).HasColumnName("uniqueId");
        row.Property(r => r.IsDraft).HasColumnName("isDraft");
        row.Property(r => r.LanguageId).HasColumnName("languageId");
        row.Property(r => r.UrlSegment).HasColumnName("urlSegment");
        row.Property(r => r.IsPrimary).HasColumnName("isPrimary");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>The template and the published mark of a document version. Table <c>umbracoDocumentVersion</c>.</summary>
internal sealed class DocumentVersionRow
{
    public int Id { get; set; }

    public int? TemplateId { get; set; }

    public bool Published { get; set; }
}

internal sealed class DocumentVersionRowMapping : IEntityTypeConfiguration<DocumentVersionRow>
{
    public void Configure(EntityTypeBuilder<DocumentVersionRow> row)
    {
        row.ToTable("umbracoDocumentVersion");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id").ValueGeneratedNever();
        row.Property(r => r.TemplateId).HasColumnName("templateId");
        row.Property(r => r.Published).HasColumnName("published");
    }
}

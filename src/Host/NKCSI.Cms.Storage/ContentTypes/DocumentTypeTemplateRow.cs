using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>A template that a document type allows. Table <c>cmsDocumentType</c>.</summary>
internal sealed class DocumentTypeTemplateRow
{
    public int ContentTypeId { get; set; }

    public int TemplateId { get; set; }

    public bool IsDefault { get; set; }
}

internal sealed class DocumentTypeTemplateRowMapping : IEntityTypeConfiguration<DocumentTypeTemplateRow>
{
    public void Configure(EntityTypeBuilder<DocumentTypeTemplateRow> row)
    {
        row.ToTable("cmsDocumentType");
        row.HasKey(r => new { r.ContentTypeId, r.TemplateId });
        row.Property(r => r.ContentTypeId).HasColumnName("contentTypeNodeId");
        row.Property(r => r.TemplateId).HasColumnName("templateNodeId");
        row.Property(r => r.IsDefault).HasColumnName("IsDefault");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>A type (child) that is composed of another (parent). Table <c>cmsContentType2ContentType</c>.</summary>
internal sealed class ContentTypeCompositionRow
{
    public int ParentId { get; set; }

    public int ChildId { get; set; }
}

internal sealed class ContentTypeCompositionRowMapping : IEntityTypeConfiguration<ContentTypeCompositionRow>
{
    public void Configure(EntityTypeBuilder<ContentTypeCompositionRow> row)
    {
        row.ToTable("cmsContentType2ContentType");
        row.HasKey(r => new { r.ParentId, r.ChildId });
        row.Property(r => r.ParentId).HasColumnName("parentContentTypeId");
        row.Property(r => r.ChildId).HasColumnName("childContentTypeId");
    }
}

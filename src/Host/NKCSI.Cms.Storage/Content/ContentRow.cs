using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Content;

/// <summary>What makes a node a document, blueprint, media item or member: its content type. Table <c>umbracoContent</c>.</summary>
internal sealed class ContentRow
{
    public int NodeId { get; set; }

    public int ContentTypeId { get; set; }
}

internal sealed class ContentRowMapping : IEntityTypeConfiguration<ContentRow>
{
    public void Configure(EntityTypeBuilder<ContentRow> row)
    {
        row.ToTable("umbracoContent");
        row.HasKey(r => r.NodeId);
        row.Property(r => r.NodeId).HasColumnName("nodeId").ValueGeneratedNever();
        row.Property(r => r.ContentTypeId).HasColumnName("contentTypeId");
    }
}

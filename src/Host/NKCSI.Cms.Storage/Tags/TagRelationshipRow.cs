using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Tags;

/// <summary>A tag on a property of a node. Table <c>cmsTagRelationship</c>.</summary>
internal sealed class TagRelationshipRow
{
    public int NodeId { get; set; }

    public int TagId { get; set; }

    public int PropertyTypeId { get; set; }
}

internal sealed class TagRelationshipRowMapping : IEntityTypeConfiguration<TagRelationshipRow>
{
    public void Configure(EntityTypeBuilder<TagRelationshipRow> row)
    {
        row.ToTable("cmsTagRelationship");
        row.HasKey(r => new
        {
            r.NodeId,
            r.PropertyTypeId,
            r.TagId,
        });
        row.Property(r => r.NodeId).HasColumnName("nodeId");
        row.Property(r => r.TagId).HasColumnName("tagId");
        row.Property(r => r.PropertyTypeId).HasColumnName("propertyTypeId");
    }
}

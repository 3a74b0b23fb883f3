using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Nodes;

/// <summary>A node of the one tree that documents, media, types, data types, templates and folders share. Table <c>umbracoNode</c>.</summary>
internal sealed class NodeRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public int ParentId { get; set; }

    public int Level { get; set; }

    public required string Path { get; set; }

    public int SortOrder { get; set; }

    public bool Trashed { get; set; }

    public int? UserId { get; set; }

    public string? Name { get; set; }

    public Guid? ObjectType { get; set; }

    public DateTime CreateDate { get; set; }
}

internal sealed class NodeRowMapping : IEntityTypeConfiguration<NodeRow>
{
    public void Configure(EntityTypeBuilder<NodeRow> row)
    {
        row.ToTable("umbracoNode");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.Key).HasColumnName("uniqueId");
        row.Property(r => r.ParentId).HasColumnName("parentId");
        row.Property(r => r.Level).HasColumnName("level");
        row.Property(r => r.Path).HasColumnName("path");
        row.Property(r => r.SortOrder).HasColumnName("sortOrder");
        row.Property(r => r.Trashed).HasColumnName("trashed");
        row.Property(r => r.UserId).HasColumnName("nodeUser");
        row.Property(r => r.Name).HasColumnName("text");
        row.Property(r => r.ObjectType).HasColumnName("nodeObjectType");
        row.Property(r => r.CreateDate).HasColumnName("createDate");
    }
}

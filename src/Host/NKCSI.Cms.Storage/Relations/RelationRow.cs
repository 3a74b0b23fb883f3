using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Relations;

/// <summary>A relation of two nodes. Table <c>umbracoRelation</c>.</summary>
internal sealed class RelationRow
{
    public int Id { get; set; }

    public int ParentId { get; set; }

    public int ChildId { get; set; }

    public int RelationTypeId { get; set; }

    public DateTime CreateDate { get; set; }

    public required string Comment { get; set; }
}

internal sealed class RelationRowMapping : IEntityTypeConfiguration<RelationRow>
{
    public void Configure(EntityTypeBuilder<RelationRow> row)
    {
        row.ToTable("umbracoRelation");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.ParentId).HasColumnName("parentId");
        row.Property(r => r.ChildId).HasColumnName("childId");
        row.Property(r => r.RelationTypeId).HasColumnName("relType");
        row.Property(r => r.CreateDate).HasColumnName("datetime");
        row.Property(r => r.Comment).HasColumnName("comment");
    }
}

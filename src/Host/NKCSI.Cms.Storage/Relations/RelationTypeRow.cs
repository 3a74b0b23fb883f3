using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Relations;

/// <summary>A kind of relation. Table <c>umbracoRelationType</c>.</summary>
internal sealed class RelationTypeRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public bool IsBidirectional { get; set; }

    public Guid? ParentObjectType { get; set; }

    public Guid? ChildObjectType { get; set; }

    public required string Name { get; set; }

    public required string Alias { get; set; }

    public bool IsDependency { get; set; }
}

internal sealed class RelationTypeRowMapping : IEntityTypeConfiguration<RelationTypeRow>
{
    public void Configure(EntityTypeBuilder<RelationTypeRow> row)
    {
        row.ToTable("umbracoRelationType");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.Key).HasColumnName("typeUniqueId");
        row.Property(r => r.IsBidirectional).HasColumnName("dual");
        row.Property(r => r.ParentObjectType).HasColumnName("parentObjectType");
        row.Property(r => r.ChildObjectType).HasColumnName("childObjectType");
        row.Property(r => r.Name).HasColumnName("name");
        row.Property(r => r.Alias).HasColumnName("alias");
        row.Property(r => r.IsDependency).HasColumnName("isDependency");
    }
}

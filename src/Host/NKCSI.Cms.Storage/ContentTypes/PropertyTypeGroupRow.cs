using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>A tab or group of properties. Table <c>cmsPropertyTypeGroup</c>.</summary>
internal sealed class PropertyTypeGroupRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public int ContentTypeId { get; set; }

    public int Type { get; set; }

    public required string Name { get; set; }

    public required string Alias { get; set; }

    public int SortOrder { get; set; }
}

internal sealed class PropertyTypeGroupRowMapping : IEntityTypeConfiguration<PropertyTypeGroupRow>
{
    public void Configure(EntityTypeBuilder<PropertyTypeGroupRow> row)
    {
        row.ToTable("cmsPropertyTypeGroup");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.Key).HasColumnName("uniqueID");
        row.Property(r => r.ContentTypeId).HasColumnName("contenttypeNodeId");
        row.Property(r => r.Type).HasColumnName("type");
        row.Property(r => r.Name).HasColumnName("text");
        row.Property(r => r.Alias).HasColumnName("alias");
        row.Property(r => r.SortOrder).HasColumnName("sortorder");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>A document, media or member type. Table <c>cmsContentType</c>.</summary>
internal sealed class ContentTypeRow
{
    public int Pk { get; set; }

    public int NodeId { get; set; }

    public string? Alias { get; set; }

    public string? Icon { get; set; }

    public required string Thumbnail { get; set; }

    public string? Description { get; set; }

    public Guid? ListView { get; set; }

    public bool IsElement { get; set; }

    public bool AllowAtRoot { get; set; }

    public int Variations { get; set; }
}

internal sealed class ContentTypeRowMapping : IEntityTypeConfiguration<ContentTypeRow>
{
    public void Configure(EntityTypeBuilder<ContentTypeRow> row)
    {
        row.ToTable("cmsContentType");
        row.HasKey(r => r.Pk);
        row.Property(r => r.Pk).HasColumnName("pk");
        row.Property(r => r.NodeId).HasColumnName("nodeId");
        row.Property(r => r.Alias).HasColumnName("alias");
        row.Property(r => r.Icon).HasColumnName("icon");
        row.Property(r => r.Thumbnail).HasColumnName("thumbnail");
        row.Property(r => r.Description).HasColumnName("description");
        row.Property(r => r.ListView).HasColumnName("listView");
        row.Property(r => r.IsElement).HasColumnName("isElement");
        row.Property(r => r.AllowAtRoot).HasColumnName("allowAtRoot");
        row.Property(r => r.Variations).HasColumnName("variations");
    }
}

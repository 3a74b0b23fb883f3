using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>A type that may be created below another. Table <c>cmsContentTypeAllowedContentType</c>.</summary>
internal sealed class AllowedContentTypeRow
{
    public int Id { get; set; }

    public int AllowedId { get; set; }

    public int SortOrder { get; set; }
}

internal sealed class AllowedContentTypeRowMapping : IEntityTypeConfiguration<AllowedContentTypeRow>
{
    public void Configure(EntityTypeBuilder<AllowedContentTypeRow> row)
    {
        row.ToTable("cmsContentTypeAllowedContentType");
        row.HasKey(r => new { r.Id, r.AllowedId });
        row.Property(r => r.Id).HasColumnName("Id");
        row.Property(r => r.AllowedId).HasColumnName("AllowedId");
        row.Property(r => r.SortOrder).HasColumnName("SortOrder");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Media;

/// <summary>The path of the file of a media version. Table <c>umbracoMediaVersion</c>.</summary>
internal sealed class MediaVersionRow
{
    public int Id { get; set; }

    public string? Path { get; set; }
}

internal sealed class MediaVersionRowMapping : IEntityTypeConfiguration<MediaVersionRow>
{
    public void Configure(EntityTypeBuilder<MediaVersionRow> row)
    {
        row.ToTable("umbracoMediaVersion");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id").ValueGeneratedNever();
        row.Property(r => r.Path).HasColumnName("path");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Content;

/// <summary>A version of a content node; the one with Current is the draft. Table <c>umbracoContentVersion</c>.</summary>
internal sealed class ContentVersionRow
{
    public int Id { get; set; }

    public int NodeId { get; set; }

    public DateTime VersionDate { get; set; }

    public int? UserId { get; set; }

    public bool Current { get; set; }

    public string? Name { get; set; }

    public bool PreventCleanup { get; set; }
}

internal sealed class ContentVersionRowMapping : IEntityTypeConfiguration<ContentVersionRow>
{
    public void Configure(EntityTypeBuilder<ContentVersionRow> row)
    {
        row.ToTable("umbracoContentVersion");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.NodeId).HasColumnName("nodeId");
        row.Property(r => r.VersionDate).HasColumnName("versionDate");
        row.Property(r => r.UserId).HasColumnName("userId");
        row.Property(r => r.Current).HasColumnName("current");
        row.Property(r => r.Name).HasColumnName("text");
        row.Property(r => r.PreventCleanup).HasColumnName("preventCleanup");
    }
}

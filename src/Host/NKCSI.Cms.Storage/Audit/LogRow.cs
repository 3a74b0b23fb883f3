using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Audit;

/// <summary>An entry of the history of an item. Table <c>umbracoLog</c>.</summary>
internal sealed class LogRow
{
    public int Id { get; set; }

    public int? UserId { get; set; }

    public int NodeId { get; set; }

    public string? EntityType { get; set; }

    public DateTime CreateDate { get; set; }

    public required string Header { get; set; }

    public string? Comment { get; set; }

    public string? Parameters { get; set; }
}

internal sealed class LogRowMapping : IEntityTypeConfiguration<LogRow>
{
    public void Configure(EntityTypeBuilder<LogRow> row)
    {
        row.ToTable("umbracoLog");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.UserId).HasColumnName("userId");
        row.Property(r => r.NodeId).HasColumnName("NodeId");
        row.Property(r => r.EntityType).HasColumnName("entityType");
        row.Property(r => r.CreateDate).HasColumnName("Datestamp");
        row.Property(r => r.Header).HasColumnName("logHeader");
        row.Property(r => r.Comment).HasColumnName("logComment");
        row.Property(r => r.Parameters).HasColumnName("parameters");
    }
}

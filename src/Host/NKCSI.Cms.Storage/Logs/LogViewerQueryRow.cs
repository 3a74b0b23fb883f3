using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Logs;

/// <summary>A saved search of the log viewer. Table <c>umbracoLogViewerQuery</c>.</summary>
internal sealed class LogViewerQueryRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Query { get; set; }
}

internal sealed class LogViewerQueryRowMapping : IEntityTypeConfiguration<LogViewerQueryRow>
{
    public void Configure(EntityTypeBuilder<LogViewerQueryRow> row)
    {
        row.ToTable("umbracoLogViewerQuery");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.Name).HasColumnName("name");
        row.Property(r => r.Query).HasColumnName("query");
    }
}

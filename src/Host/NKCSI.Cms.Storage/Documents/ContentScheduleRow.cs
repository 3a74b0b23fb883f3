using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>A planned release or expiry. Table <c>umbracoContentSchedule</c>.</summary>
internal sealed class ContentScheduleRow
{
    public Guid Id { get; set; }

    public int NodeId { get; set; }

    public int? LanguageId { get; set; }

    public DateTime Date { get; set; }

    public required string Action { get; set; }
}

internal sealed class ContentScheduleRowMapping : IEntityTypeConfiguration<ContentScheduleRow>
{
    public void Configure(EntityTypeBuilder<ContentScheduleRow> row)
    {
        row.ToTable("umbracoContentSchedule");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.NodeId).HasColumnName("nodeId");
        row.Property(r => r.LanguageId).HasColumnName("languageId");
        row.Property(r => r.Date).HasColumnName("date");
        row.Property(r => r.Action).HasColumnName("action");
    }
}

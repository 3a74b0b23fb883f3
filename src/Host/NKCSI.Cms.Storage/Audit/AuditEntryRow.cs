using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Audit;

/// <summary>A security event. Table <c>umbracoAudit</c>.</summary>
internal sealed class AuditEntryRow
{
    public int Id { get; set; }

    public int PerformingUserId { get; set; }

    public Guid? PerformingUserKey { get; set; }

    public string? PerformingDetails { get; set; }

    public string? PerformingIp { get; set; }

    public DateTime EventDateUtc { get; set; }

    public int AffectedUserId { get; set; }

    public Guid? AffectedUserKey { get; set; }

    public string? AffectedDetails { get; set; }

    public required string EventType { get; set; }

    public string? EventDetails { get; set; }
}

internal sealed class AuditEntryRowMapping : IEntityTypeConfiguration<AuditEntryRow>
{
    public void Configure(EntityTypeBuilder<AuditEntryRow> row)
    {
        row.ToTable("umbracoAudit");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.PerformingUserId).HasColumnName("performingUserId");
        row.Property(r => r.PerformingUserKey).HasColumnName("performingUserKey");
        row.Property(r => r.PerformingDetails).HasColumnName("performingDetails");
        row.Property(r => r.PerformingIp).HasColumnName("performingIp");
        row.Property(r => r.EventDateUtc).HasColumnName("eventDateUtc");
        row.Property(r => r.AffectedUserId).HasColumnName("affectedUserId");
        row.Property(r => r.AffectedUserKey).HasColumnName("affectedUserKey");
        row.Property(r => r.AffectedDetails).HasColumnName("affectedDetails");
        row.Property(r => r.EventType).HasColumnName("eventType");
        row.Property(r => r.EventDetails).HasColumnName("eventDetails");
    }
}

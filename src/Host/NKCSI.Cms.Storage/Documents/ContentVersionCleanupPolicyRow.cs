using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>How long versions of a document type are kept. Table <c>umbracoContentVersionCleanupPolicy</c>.</summary>
internal sealed class ContentVersionCleanupPolicyRow
{
    public int ContentTypeId { get; set; }

    public bool PreventCleanup { get; set; }

    public int? KeepAllVersionsNewerThanDays { get; set; }

    public int? KeepLatestVersionPerDayForDays { get; set; }

    public DateTime Updated { get; set; }
}

internal sealed class ContentVersionCleanupPolicyRowMapping : IEntityTypeConfiguration<ContentVersionCleanupPolicyRow>
{
    public void Configure(EntityTypeBuilder<ContentVersionCleanupPolicyRow> row)
    {
        row.ToTable("umbracoContentVersionCleanupPolicy");
        row.HasKey(r => r.ContentTypeId);
        row.Property(r => r.ContentTypeId).HasColumnName("contentTypeId").ValueGeneratedNever();
        row.Property(r => r.PreventCleanup).HasColumnName("preventCleanup");
        row.Property(r => r.KeepAllVersionsNewerThanDays).HasColumnName("keepAllVersionsNewerThanDays");
        row.Property(r => r.KeepLatestVersionPerDayForDays).HasColumnName("keepLatestVersionPerDayForDays");
        row.Property(r => r.Updated).HasColumnName("updated");
    }
}

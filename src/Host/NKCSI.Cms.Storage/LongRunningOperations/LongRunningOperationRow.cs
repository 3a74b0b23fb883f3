using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.LongRunningOperations;

/// <summary>A job that runs in the background. Table <c>umbracoLongRunningOperation</c>.</summary>
internal sealed class LongRunningOperationRow
{
    public Guid Id { get; set; }

    public required string Type { get; set; }

    public required string Status { get; set; }

    public string? Result { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }

    public DateTime ExpirationDate { get; set; }
}

internal sealed class LongRunningOperationRowMapping : IEntityTypeConfiguration<LongRunningOperationRow>
{
    public void Configure(EntityTypeBuilder<LongRunningOperationRow> row)
    {
        row.ToTable("umbracoLongRunningOperation");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.Type).HasColumnName("type");
        row.Property(r => r.Status).HasColumnName("status");
        row.Property(r => r.Result).HasColumnName("result");
        row.Property(r => r.CreateDate).HasColumnName("createDate");
        row.Property(r => r.UpdateDate).HasColumnName("updateDate");
        row.Property(r => r.ExpirationDate).HasColumnName("expirationDate");
    }
}

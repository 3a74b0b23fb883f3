using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Consents;

/// <summary>What somebody agreed or refused to; the one with Current holds now. Table <c>umbracoConsent</c>.</summary>
internal sealed class ConsentRow
{
    public int Id { get; set; }

    public bool Current { get; set; }

    public required string Source { get; set; }

    public required string Context { get; set; }

    public required string Action { get; set; }

    public DateTime CreateDate { get; set; }

    public int State { get; set; }

    public string? Comment { get; set; }
}

internal sealed class ConsentRowMapping : IEntityTypeConfiguration<ConsentRow>
{
    public void Configure(EntityTypeBuilder<ConsentRow> row)
    {
        row.ToTable("umbracoConsent");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.Current).HasColumnName("current");
        row.Property(r => r.Source).HasColumnName("source");
        row.Property(r => r.Context).HasColumnName("context");
        row.Property(r => r.Action).HasColumnName("action");
        row.Property(r => r.CreateDate).HasColumnName("createDate");
        row.Property(r => r.State).HasColumnName("state");
        row.Property(r => r.Comment).HasColumnName("comment");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>Whether a document is published, and whether its draft differs. Table <c>umbracoDocument</c>.</summary>
internal sealed class DocumentRow
{
    public int NodeId { get; set; }

    public bool Published { get; set; }

    public bool Edited { get; set; }
}

internal sealed class DocumentRowMapping : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> row)
    {
        row.ToTable("umbracoDocument");
        row.HasKey(r => r.NodeId);
        row.Property(r => r.NodeId).HasColumnName("nodeId").ValueGeneratedNever();
        row.Property(r => r.Published).HasColumnName("published");
        row.Property(r => r.Edited).HasColumnName("edited");
    }
}

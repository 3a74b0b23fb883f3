using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.PublicAccess;

/// <summary>A protected document. Table <c>umbracoAccess</c>.</summary>
internal sealed class AccessRow
{
    public Guid Id { get; set; }

    public int NodeId { get; set; }

    public int LoginNodeId { get; set; }

    public int NoAccessNodeId { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }
}

internal sealed class AccessRowMapping : IEntityTypeConfiguration<AccessRow>
{
    public void Configure(EntityTypeBuilder<AccessRow> row)
    {
        row.ToTable("umbracoAccess");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.NodeId).HasColumnName("nodeId");
        row.Property(r => r.LoginNodeId).HasColumnName("loginNodeId");
        row.Property(r => r.NoAccessNodeId).HasColumnName("noAccessNodeId");
        row.Property(r => r.CreateDate).HasColumnName("createDate");
        row.Property(r => r.UpdateDate).HasColumnName("updateDate");
    }
}

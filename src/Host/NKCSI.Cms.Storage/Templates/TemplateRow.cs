using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Templates;

/// <summary>The alias of a template; its text is a file. Table <c>cmsTemplate</c>.</summary>
internal sealed class TemplateRow
{
    public int Pk { get; set; }

    public int NodeId { get; set; }

    public required string Alias { get; set; }
}

internal sealed class TemplateRowMapping : IEntityTypeConfiguration<TemplateRow>
{
    public void Configure(EntityTypeBuilder<TemplateRow> row)
    {
        row.ToTable("cmsTemplate");
        row.HasKey(r => r.Pk);
        row.Property(r => r.Pk).HasColumnName("pk");
        row.Property(r => r.NodeId).HasColumnName("nodeId");
        row.Property(r => r.Alias).HasColumnName("alias");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.DataTypes;

/// <summary>The editor, storage kind and configuration of a data type. Table <c>umbracoDataType</c>.</summary>
internal sealed class DataTypeRow
{
    public int NodeId { get; set; }

    public required string EditorAlias { get; set; }

    public string? EditorUiAlias { get; set; }

    public required string DbType { get; set; }

    public string? Configuration { get; set; }
}

internal sealed class DataTypeRowMapping : IEntityTypeConfiguration<DataTypeRow>
{
    public void Configure(EntityTypeBuilder<DataTypeRow> row)
    {
        row.ToTable("umbracoDataType");
        row.HasKey(r => r.NodeId);
        row.Property(r => r.NodeId).HasColumnName("nodeId").ValueGeneratedNever();
        row.Property(r => r.EditorAlias).HasColumnName("propertyEditorAlias");
        row.Property(r => r.EditorUiAlias).HasColumnName("propertyEditorUiAlias");
        row.Property(r => r.DbType).HasColumnName("dbType");
        row.Property(r => r.Configuration).HasColumnName("config");
    }
}

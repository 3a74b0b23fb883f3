using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Content;

/// <summary>One value of one property in one version, culture and segment. Table <c>umbracoPropertyData</c>.</summary>
internal sealed class PropertyDataRow
{
    public int Id { get; set; }

    public int VersionId { get; set; }

    public int PropertyTypeId { get; set; }

    public int? LanguageId { get; set; }

    public string? Segment { get; set; }

    public int? IntValue { get; set; }

    public decimal? DecimalValue { get; set; }

    public DateTime? DateValue { get; set; }

    public string? VarcharValue { get; set; }

    public string? TextValue { get; set; }

    public string? SortableValue { get; set; }
}

internal sealed class PropertyDataRowMapping : IEntityTypeConfiguration<PropertyDataRow>
{
    public void Configure(EntityTypeBuilder<PropertyDataRow> row)
    {
        row.ToTable("umbracoPropertyData");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.VersionId).HasColumnName("versionId");
        row.Property(r => r.PropertyTypeId).HasColumnName("propertyTypeId");
        row.Property(r => r.LanguageId).HasColumnName("languageId");
        row.Property(r => r.Segment).HasColumnName("segment");
        row.Property(r => r.IntValue).HasColumnName("intValue");
        row.Property(r => r.DecimalValue).HasColumnName("decimalValue");
        row.Property(r => r.DateValue).HasColumnName("dateValue");
        row.Property(r => r.VarcharValue).HasColumnName("varcharValue");
        row.Property(r => r.TextValue).HasColumnName("textValue");
        row.Property(r => r.SortableValue).HasColumnName("sortableValue");
    }
}

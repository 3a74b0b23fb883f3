using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>A property of a type. Table <c>cmsPropertyType</c>.</summary>
internal sealed class PropertyTypeRow
{
    public int Id { get; set; }

    public int DataTypeId { get; set; }

    public int ContentTypeId { get; set; }

    public int? GroupId { get; set; }

    public required string Alias { get; set; }

    public string? Name { get; set; }

    public int SortOrder { get; set; }

    public bool Mandatory { get; set; }

    public string? MandatoryMessage { get; set; }

    public string? ValidationRegExp { get; set; }

    public string? ValidationRegExpMessage { get; set; }

    public string? Description { get; set; }

    public bool LabelOnTop { get; set; }

    public int Variations { get; set; }

    public Guid Key { get; set; }
}

internal sealed class PropertyTypeRowMapping : IEntityTypeConfiguration<PropertyTypeRow>
{
    public void Configure(EntityTypeBuilder<PropertyTypeRow> row)
    {
        row.ToTable("cmsPropertyType");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.DataTypeId).HasColumnName("dataTypeId");
        row.Property(r => r.ContentTypeId).HasColumnName("contentTypeId");
        row.Property(r => r.GroupId).HasColumnName("propertyTypeGroupId");
        row.Property(r => r.Alias).HasColumnName("Alias");
        row.Property(r => r.Name).HasColumnName("Name");
        row.Property(r => r.SortOrder).HasColumnName("sortOrder");
        row.Property(r => r.Mandatory).HasColumnName("mandatory");
        row.Property(r => r.MandatoryMessage).HasColumnName("mandatoryMessage");
        row.Property(r => r.ValidationRegExp).HasColumnName("validationRegExp");
        row.Property(r => r.ValidationRegExpMessage).HasColumnName("validationRegExpMessage");
        row.Property(r => r.Description).HasColumnName("Description");
        row.Property(r => r.LabelOnTop).HasColumnName("labelOnTop");
        row.Property(r => r.Variations).HasColumnName("variations");
        row.Property(r => r.Key).HasColumnName("UniqueId");
    }
}

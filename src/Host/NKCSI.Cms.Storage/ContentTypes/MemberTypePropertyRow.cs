using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>What members may do with a property of their type. Table <c>cmsMemberType</c>.</summary>
internal sealed class MemberTypePropertyRow
{
    public int Pk { get; set; }

    public int ContentTypeId { get; set; }

    public int PropertyTypeId { get; set; }

    public bool MemberCanEdit { get; set; }

    public bool ViewOnProfile { get; set; }

    public bool IsSensitive { get; set; }
}

internal sealed class MemberTypePropertyRowMapping : IEntityTypeConfiguration<MemberTypePropertyRow>
{
    public void Configure(EntityTypeBuilder<MemberTypePropertyRow> row)
    {
        row.ToTable("cmsMemberType");
        row.HasKey(r => r.Pk);
        row.Property(r => r.Pk).HasColumnName("pk");
        row.Property(r => r.ContentTypeId).HasColumnName("NodeId");
        row.Property(r => r.PropertyTypeId).HasColumnName("propertytypeId");
        row.Property(r => r.MemberCanEdit).HasColumnName("memberCanEdit");
        row.Property(r => r.ViewOnProfile).HasColumnName("viewOnProfile");
        row.Property(r => r.IsSensitive).HasColumnName("isSensitive");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A token that another provider gave for an account. Table <c>umbracoExternalLoginToken</c>.</summary>
internal sealed class ExternalLoginTokenRow
{
    public int Id { get; set; }

    public int ExternalLoginId { get; set; }

    public required string Name { get; set; }

    public required string Value { get; set; }

    public DateTime CreateDate { get; set; }
}

internal sealed class ExternalLoginTokenRowMapping : IEntityTypeConfiguration<ExternalLoginTokenRow>
{
    public void Configure(EntityTypeBuilder<ExternalLoginTokenRow> row)
    {
        row.ToTable("umbracoExternalLoginToken");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.ExternalLoginId).HasColumnName("externalLoginId");
        row.Property(r => r.Name).HasColumnName("name");
        row.Property(r => r.Value).HasColumnName("value");
        row.Property(r => r.CreateDate).HasColumnName("createDate");
    }
}

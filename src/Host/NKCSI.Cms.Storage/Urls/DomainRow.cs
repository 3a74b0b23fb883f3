using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Urls;

/// <summary>A host name or path and the culture that it stands for. Table <c>umbracoDomain</c>.</summary>
internal sealed class DomainRow
{
    public int Id { get; set; }

    public int? LanguageId { get; set; }

    public int? RootNodeId { get; set; }

    public required string Name { get; set; }

    public int SortOrder { get; set; }
}

internal sealed class DomainRowMapping : IEntityTypeConfiguration<DomainRow>
{
    public void Configure(EntityTypeBuilder<DomainRow> row)
    {
        row.ToTable("umbracoDomain");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.LanguageId).HasColumnName("domainDefaultLanguage");
        row.Property(r => r.RootNodeId).HasColumnName("domainRootStructureID");
        row.Property(r => r.Name).HasColumnName("domainName");
        row.Property(r => r.SortOrder).HasColumnName("sortOrder");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Urls;

/// <summary>An additional url of a document. Table <c>umbracoDocumentUrlAlias</c>.</summary>
internal sealed class DocumentUrlAliasRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public int? LanguageId { get; set; }

    public required string Alias { get; set; }
}

internal sealed class DocumentUrlAliasRowMapping : IEntityTypeConfiguration<DocumentUrlAliasRow>
{
    public void Configure(EntityTypeBuilder<DocumentUrlAliasRow> row)
    {
        row.ToTable("umbracoDocumentUrlAlias");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.Key).HasColumnName("uniqueId");
        row.Property(r => r.LanguageId).HasColumnName("languageId");
        row.Property(r => r.Alias).HasColumnName("alias");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>The state of one culture of a document. Table <c>umbracoDocumentCultureVariation</c>.</summary>
internal sealed class DocumentCultureRow
{
    public int Id { get; set; }

    public int NodeId { get; set; }

    public int LanguageId { get; set; }

    public bool Edited { get; set; }

    public bool Available { get; set; }

    public bool Published { get; set; }

    public string? Name { get; set; }
}

internal sealed class DocumentCultureRowMapping : IEntityTypeConfiguration<DocumentCultureRow>
{
    public void Configure(EntityTypeBuilder<DocumentCultureRow> row)
    {
        row.ToTable("umbracoDocumentCultureVariation");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.NodeId).HasColumnName("nodeId");
        row.Property(r => r.LanguageId).HasColumnName("languageId");
        row.Property(r => r.Edited).HasColumnName("edited");
        row.Property(r => r.Available).HasColumnName("available");
        row.Property(r => r.Published).HasColumnName("published");
        row.Property(r => r.Name).HasColumnName("name");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Urls;

/// <summary>An old route of a document. Table <c>umbracoRedirectUrl</c>.</summary>
internal sealed class RedirectUrlRow
{
    public Guid Id { get; set; }

    public Guid ContentKey { get; set; }

    public DateTime CreateDateUtc { get; set; }

    public required string Url { get; set; }

    public string? Culture { get; set; }

    public required string UrlHash { get; set; }
}

internal sealed class RedirectUrlRowMapping : IEntityTypeConfiguration<RedirectUrlRow>
{
    public void Configure(EntityTypeBuilder<RedirectUrlRow> row)
    {
        row.ToTable("umbracoRedirectUrl");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.ContentKey).HasColumnName("contentKey");
        row.Property(r => r.CreateDateUtc).HasColumnName("createDateUtc");
        row.Property(r => r.Url).HasColumnName("url");
        row.Property(r => r.Culture).HasColumnName("culture");
        row.Property(r => r.UrlHash).HasColumnName("urlHash");
    }
}

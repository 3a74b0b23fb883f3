using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A second factor of a user or member. Table <c>umbracoTwoFactorLogin</c>.</summary>
internal sealed class TwoFactorLoginRow
{
    public int Id { get; set; }

    public Guid UserOrMemberKey { get; set; }

    public required string ProviderName { get; set; }

    public required string Secret { get; set; }
}

internal sealed class TwoFactorLoginRowMapping : IEntityTypeConfiguration<TwoFactorLoginRow>
{
    public void Configure(EntityTypeBuilder<TwoFactorLoginRow> row)
    {
        row.ToTable("umbracoTwoFactorLogin");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.UserOrMemberKey).HasColumnName("userOrMemberKey");
        row.Property(r => r.ProviderName).HasColumnName("providerName");
        row.Property(r => r.Secret).HasColumnName("secret");
    }
}

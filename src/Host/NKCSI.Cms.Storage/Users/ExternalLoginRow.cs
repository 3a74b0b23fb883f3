using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A user's or member's account at another provider. Table <c>umbracoExternalLogin</c>.</summary>
internal sealed class ExternalLoginRow
{
    public int Id { get; set; }

    public Guid UserOrMemberKey { get; set; }

    public required string LoginProvider { get; set; }

    public required string ProviderKey { get; set; }

    public DateTime CreateDate { get; set; }

    public string? UserData { get; set; }
}

internal sealed class ExternalLoginRowMapping : IEntityTypeConfiguration<ExternalLoginRow>
{
    public void Configure(EntityTypeBuilder<ExternalLoginRow> row)
    {
        row.ToTable("umbracoExternalLogin");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.UserOrMemberKey).HasColumnName("userOrMemberKey");
        row.Property(r => r.LoginProvider).HasColumnName("loginProvider");
        row.Property(r => r.ProviderKey).HasColumnName("providerKey");
        row.Property(r => r.CreateDate).HasColumnName("createDate");
        row.Property(r => r.UserData).HasColumnName("userData");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>An OAuth client of an API user. Table <c>umbracoUser2ClientId</c>.</summary>
internal sealed class UserClientIdRow
{
    public int UserId { get; set; }

    public required string ClientId { get; set; }
}

internal sealed class UserClientIdRowMapping : IEntityTypeConfiguration<UserClientIdRow>
{
    public void Configure(EntityTypeBuilder<UserClientIdRow> row)
    {
        row.ToTable("umbracoUser2ClientId");
        row.HasKey(r => new { r.UserId, r.ClientId });
        row.Property(r => r.UserId).HasColumnName("userId");
        row.Property(r => r.ClientId).HasColumnName("clientId");
    }
}

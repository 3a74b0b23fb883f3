using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A session of a user. Table <c>umbracoUserLogin</c>.</summary>
internal sealed class UserLoginRow
{
    public Guid SessionId { get; set; }

    public int UserId { get; set; }

    public DateTime LoggedInUtc { get; set; }

    public DateTime LastValidatedUtc { get; set; }

    public DateTime? LoggedOutUtc { get; set; }

    public string? IpAddress { get; set; }
}

internal sealed class UserLoginRowMapping : IEntityTypeConfiguration<UserLoginRow>
{
    public void Configure(EntityTypeBuilder<UserLoginRow> row)
    {
        row.ToTable("umbracoUserLogin");
        row.HasKey(r => r.SessionId);
        row.Property(r => r.SessionId).HasColumnName("sessionId");
        row.Property(r => r.UserId).HasColumnName("userId");
        row.Property(r => r.LoggedInUtc).HasColumnName("loggedInUtc");
        row.Property(r => r.LastValidatedUtc).HasColumnName("lastValidatedUtc");
        row.Property(r => r.LoggedOutUtc).HasColumnName("loggedOutUtc");
        row.Property(r => r.IpAddress).HasColumnName("ipAddress");
    }
}

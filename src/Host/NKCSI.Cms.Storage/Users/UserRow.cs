using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A user of the back office. Table <c>umbracoUser</c>.</summary>
internal sealed class UserRow
{
    public int Id { get; set; }

    public bool UserDisabled { get; set; }

    public Guid Key { get; set; }

    public bool UserNoConsole { get; set; }

    public required string UserName { get; set; }

    public required string UserLogin { get; set; }

    public required string UserPassword { get; set; }

    public string? PasswordConfig { get; set; }

    public required string UserEmail { get; set; }

    public string? UserLanguage { get; set; }

    public string? SecurityStampToken { get; set; }

    public int? FailedLoginAttempts { get; set; }

    public DateTime? LastLockoutDate { get; set; }

    public DateTime? LastPasswordChangeDate { get; set; }

    public DateTime? LastLoginDate { get; set; }

    public DateTime? EmailConfirmedDate { get; set; }

    public DateTime? InvitedDate { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }

    public int Kind { get; set; }

    public string? Avatar { get; set; }
}

internal sealed class UserRowMapping : IEntityTypeConfiguration<UserRow>
{
    public void Configure(EntityTypeBuilder<UserRow> row)
    {
        row.ToTable("umbracoUser");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.UserDisabled).HasColumnName("userDisabled");
        row.Property(r => r.Key).HasColumnName("key");
        row.Property(r => r.UserNoConsole).HasColumnName("userNoConsole");
        row.Property(r => r.UserName).HasColumnName("userName");
        row.Property(r => r.UserLogin).HasColumnName("userLogin");
        row.Property(r => r.UserPassword).HasColumnName("userPassword");
        row.Property(r => r.PasswordConfig).HasColumnName("passwordConfig");
        row.Property(r => r.UserEmail).HasColumnName("userEmail");
        row.Property(r => r.UserLanguage).HasColumnName("userLanguage");
        row.Property(r => r.SecurityStampToken).HasColumnName("securityStampToken");
        row.Property(r => r.FailedLoginAttempts).HasColumnName("failedLoginAttempts");
        row.Property(r => r.LastLockoutDate).HasColumnName("lastLockoutDate");
        row.Property(r => r.LastPasswordChangeDate).HasColumnName("lastPasswordChangeDate");
        row.Property(r => r.LastLoginDate).HasColumnName("lastLoginDate");
        row.Property(r => r.EmailConfirmedDate).HasColumnName("emailConfirmedDate");
        row.Property(r => r.InvitedDate).HasColumnName("invitedDate");
        row.Property(r => r.CreateDate).HasColumnName("createDate");
        row.Property(r => r.UpdateDate).HasColumnName("updateDate");
        row.Property(r => r.Kind).HasColumnName("kind");
        row.Property(r => r.Avatar).HasColumnName("avatar");
    }
}

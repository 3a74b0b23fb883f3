using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A user that wants mail about a node. Table <c>umbracoUser2NodeNotify</c>.</summary>
internal sealed class UserNotifyRow
{
    public int UserId { get; set; }

    public int NodeId { get; set; }

    public required string Action { get; set; }
}

internal sealed class UserNotifyRowMapping : IEntityTypeConfiguration<UserNotifyRow>
{
    public void Configure(EntityTypeBuilder<UserNotifyRow> row)
    {
        row.ToTable("umbracoUser2NodeNotify");
        row.HasKey(r => new
        {
            r.UserId,
            r.NodeId,
            r.Action,
        });
        row.Property(r => r.UserId).HasColumnName("userId");
        row.Property(r => r.NodeId).HasColumnName("nodeId");
        row.Property(r => r.Action).HasColumnName("action");
    }
}

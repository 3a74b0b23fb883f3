using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.Users;

/// <summary>A start node of a user. Table <c>umbracoUserStartNode</c>.</summary>
internal sealed class UserStartNodeRow
{
    /// <summary>The <see cref="StartNodeType"/> of documents.</summary>
    public const int Content = 1;

    /// <summary>The <see cref="StartNodeType"/> of media.</summary>
    public const int Media = 2;

    public int Id { get; set; }

    public int UserId { get; set; }

    public int StartNode { get; set; }

    public int StartNodeType { get; set; }
}

internal sealed class UserStartNodeRowMapping : IEntityTypeConfiguration<UserStartNodeRow>
{
    public void Configure(EntityTypeBuilder<UserStartNodeRow> row)
    {
        row.ToTable("umbracoUserStartNode");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.UserId).HasColumnName("userId");
        row.Property(r => r.StartNode).HasColumnName("startNode");
        row.Property(r => r.StartNodeType).HasColumnName("startNodeType");
    }
}

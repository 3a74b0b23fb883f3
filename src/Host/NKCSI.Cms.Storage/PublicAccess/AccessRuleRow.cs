using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NKCSI.Cms.Storage.PublicAccess;

/// <summary>Who may see a protected document. Table <c>umbracoAccessRule</c>.</summary>
internal sealed class AccessRuleRow
{
    public Guid Id { get; set; }

    public Guid AccessId { get; set; }

    public required string RuleValue { get; set; }

    public required string RuleType { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }
}

internal sealed class AccessRuleRowMapping : IEntityTypeConfiguration<AccessRuleRow>
{
    public void Configure(EntityTypeBuilder<AccessRuleRow> row)
    {
        row.ToTable("umbracoAccessRule");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).HasColumnName("id");
        row.Property(r => r.AccessId).HasColumnName("accessId");
        row.Property(r => r.RuleValue).HasColumnName("ruleValue");
        row.Property(r => r.RuleType).HasColumnName("ruleType");
        row.Property(r => r.CreateDate).HasColumnName("createDate");
        row.Property(r => r.UpdateDate).HasColumnName("updateDate");
    }
}

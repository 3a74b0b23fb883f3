using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;

namespace NKCSI.Cms.DeliveryApi.Query;

/// <summary><c>sort=field:asc|desc</c> by dates, name, level and order; what is not "asc" is descending.</summary>
public sealed class StandardSorts : ISortHandler
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["createDate"] = StandardFields.CreateDate,
        ["updateDate"] = StandardFields.UpdateDate,
        ["name"] = StandardFields.SortName,
        ["level"] = StandardFields.Level,
        ["sortOrder"] = StandardFields.SortOrder,
    };

    public bool CanHandle(string query) => Split(query) is [var field, _] && Fields.ContainsKey(field);

    public SortOption BuildSortOption(string sort)
    {
        var parts = Split(sort);
        return new SortOption
        {
            FieldName = Fields[parts[0]],
            Direction = parts[1].StartsWith("asc", StringComparison.OrdinalIgnoreCase)
                ? Direction.Ascending
                : Direction.Descending,
        };
    }

    private static string[] Split(string sort) => sort.Split(':', 2);
}

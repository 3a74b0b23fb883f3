using System.Text.RegularExpressions;
using Umbraco.Cms.Core.DeliveryApi;

namespace NKCSI.Cms.DeliveryApi.Query;

/// <summary><c>filter=contentType:a,b</c>, negated by <c>:!</c>.</summary>
public sealed class ContentTypeFilter : IFilterHandler
{
    private const string Word = "contentType:";

    public bool CanHandle(string query) => query.StartsWith(Word, StringComparison.OrdinalIgnoreCase);

    public FilterOption BuildFilterOption(string filter)
    {
        var (values, negated) = FilterText.Values(filter[Word.Length..]);
        return new FilterOption
        {
            FieldName = StandardFields.ContentType,
            Values = [.. values.Select(value => value.Trim())],
            Operator = negated ? FilterOperation.IsNot : FilterOperation.Is,
        };
    }
}

/// <summary><c>filter=name:x,y</c>: parts of the name, negated by <c>:!</c>.</summary>
public sealed class NameFilter : IFilterHandler
{
    private const string Word = "name:";

    public bool CanHandle(string query) => query.StartsWith(Word, StringComparison.OrdinalIgnoreCase);

    public FilterOption BuildFilterOption(string filter)
    {
        var (values, negated) = FilterText.Values(filter[Word.Length..]);
        return new FilterOption
        {
            FieldName = StandardFields.Name,
            Values = values,
            Operator = negated ? FilterOperation.DoesNotContain : FilterOperation.Contains,
        };
    }
}

/// <summary><c>filter=createDate&gt;2026-01-01</c>: <c>&gt;</c>, <c>&gt;:</c>, <c>&lt;</c>, <c>&lt;:</c> and <c>:</c>.</summary>
public sealed class CreateDateFilter : IFilterHandler
{
    public bool CanHandle(string query) => DateFilterText.IsAbout(StandardFields.CreateDate, query);

    public FilterOption BuildFilterOption(string filter) => DateFilterText.Read(StandardFields.CreateDate, filter);
}

/// <summary>As <see cref="CreateDateFilter"/>, for the last change.</summary>
public sealed class UpdateDateFilter : IFilterHandler
{
    public bool CanHandle(string query) => DateFilterText.IsAbout(StandardFields.UpdateDate, query);

    public FilterOption BuildFilterOption(string filter) => DateFilterText.Read(StandardFields.UpdateDate, filter);
}

internal static class FilterText
{
    public static (string[] Values, bool Negated) Values(string text)
    {
        var negated = text.StartsWith('!');
        return ((negated ? text[1..] : text).Split(',', StringSplitOptions.RemoveEmptyEntries), negated);
    }
}

internal static partial class DateFilterText
{
    public static bool IsAbout(string field, string query) =>
        query.StartsWith(field, StringComparison.OrdinalIgnoreCase) && Operator().IsMatch(query[field.Length..]);

    public static FilterOption Read(string field, string filter)
    {
        var comparison = Operator().Match(filter[field.Length..]).Value;
        return new FilterOption
        {
            FieldName = field,
            Values = [filter[(field.Length + comparison.Length)..]],
            Operator = comparison switch
            {
                ">" => FilterOperation.GreaterThan,
                ">:" => FilterOperation.GreaterThanOrEqual,
                "<" => FilterOperation.LessThan,
                "<:" => FilterOperation.LessThanOrEqual,
                _ => FilterOperation.Is,
            },
        };
    }

    [GeneratedRegex("^[><:]{1,2}", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Operator();
}

using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using NKCSI.Search.Fields;
using NKCSI.Search.Lucene.Analysis;

namespace NKCSI.Search.Lucene.Fields;

/// <summary>Conditions on fields as Lucene clauses, and values as they are indexed.</summary>
internal static class FieldConditions
{
    public static (Query Clause, Occur Occur) ToClause(FieldCondition condition)
    {
        var any = new BooleanQuery();
        foreach (var value in condition.Values)
        {
            any.Add(ToQuery(condition, value), Occur.SHOULD);
        }

        var negative = condition.Operator is FieldOperator.IsNot or FieldOperator.DoesNotContain;
        return (any, negative && condition.Values.Count > 0 ? Occur.MUST_NOT : Occur.MUST);
    }

    /// <summary>Dates as ticks in UTC; decimals are compared by their thousandths.</summary>
    public static long ToNumber(object value) =>
        value switch
        {
            DateTime date => (date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : date).Ticks,
            decimal number => (long)(number * 1000m),
            _ => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        };

    public static string ToText(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>What is looked for: one word of an analysed field, which a text of several never is.</summary>
    private static string ToTerm(FieldKind kind, object value) =>
        kind == FieldKind.StringAnalyzed ? TextNormalization.Fold(ToText(value)) : ToText(value);

    private static Query ToQuery(FieldCondition condition, object value) =>
        condition.Kind is FieldKind.Number or FieldKind.Date
            ? ToRange(condition, ToNumber(value))
            : ToTermQuery(condition, ToTerm(condition.Kind, value));

    private static Query ToTermQuery(FieldCondition condition, string term) =>
        condition.Operator switch
        {
            FieldOperator.Contains or FieldOperator.DoesNotContain => new WildcardQuery(
                new Term(condition.Field, $"*{Escape(term)}*")
            ),
            FieldOperator.Is or FieldOperator.IsNot => new TermQuery(new Term(condition.Field, term)),
            // Ranges of strings are not defined: the condition says nothing.
            _ => new MatchAllDocsQuery(),
        };

    private static Query ToRange(FieldCondition condition, long value) =>
        condition.Operator switch
        {
            FieldOperator.LessThan => Range(condition.Field, null, value, false),
            FieldOperator.LessThanOrEqual => Range(condition.Field, null, value, true),
            FieldOperator.GreaterThan => Range(condition.Field, value, null, false),
            FieldOperator.GreaterThanOrEqual => Range(condition.Field, value, null, true),
            _ => Range(condition.Field, value, value, true),
        };

    private static Query Range(string field, long? from, long? to, bool inclusive) =>
        NumericRangeQuery.NewInt64Range(field, from, to, inclusive, inclusive);

    private static string Escape(string term) =>
        term.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("*", @"\*", StringComparison.Ordinal)
            .Replace("?", @"\?", StringComparison.Ordinal);
}

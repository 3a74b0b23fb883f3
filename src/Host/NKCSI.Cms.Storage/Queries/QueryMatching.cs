using Umbraco.Cms.Core.Persistence.Querying;

namespace NKCSI.Cms.Storage.Queries;

/// <summary>Matches a query in memory: for languages, types, groups and other kinds of which there are few.</summary>
internal static class QueryMatching
{
    public static IEnumerable<T> Matching<T>(this IEnumerable<T> entities, IQuery<T> query)
    {
        foreach (var condition in query.Conditions())
        {
            entities = entities.Where(condition.Compile(preferInterpretation: true));
        }

        return entities;
    }

    public static IReadOnlyList<System.Linq.Expressions.Expression<Func<T, bool>>> Conditions<T>(
        this IQuery<T> query
    ) =>
        query is CmsQuery<T> own
            ? own.Conditions
            : throw new ArgumentException(
                $"The query was not made by {nameof(Scopes.CmsScopeProvider)}.",
                nameof(query)
            );
}

using System.Collections;
using System.Linq.Expressions;
using Umbraco.Cms.Core.Persistence.Querying;

namespace NKCSI.Cms.Storage.Queries;

/// <summary>
/// A query as Core builds it, kept as expression trees. Repositories translate it to rows
/// (<see cref="RowFilter{TModel,TRow}"/>) or, for kinds that are few, match it in memory.
/// </summary>
internal sealed class CmsQuery<T> : IQuery<T>
{
    private readonly List<Expression<Func<T, bool>>> _conditions = [];

    /// <summary>The conditions; all must hold.</summary>
    public IReadOnlyList<Expression<Func<T, bool>>> Conditions => _conditions;

    public IQuery<T> Where(Expression<Func<T, bool>> predicate)
    {
        _conditions.Add(predicate);
        return this;
    }

    public IQuery<T> WhereIn(Expression<Func<T, object>> fieldSelector, IEnumerable? values) =>
        Where(Membership(fieldSelector, values ?? Array.Empty<object>()));

    public IQuery<T> WhereNotIn(Expression<Func<T, object>> fieldSelector, IEnumerable? values)
    {
        var condition = Membership(fieldSelector, values ?? Array.Empty<object>());
        return Where(Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters));
    }

    public IQuery<T> WhereAny(IEnumerable<Expression<Func<T, bool>>>? predicates)
    {
        Expression<Func<T, bool>>? any = null;
        foreach (var predicate in predicates ?? [])
        {
            any = any is null
                ? predicate
                : Expression.Lambda<Func<T, bool>>(
                    Expression.OrElse(any.Body, Parameters.Replace(predicate, any.Parameters[0])),
                    any.Parameters[0]
                );
        }

        return any is null ? this : Where(any);
    }

    /// <summary>SQL text of the conditions. Core never asks for it, and there is none here.</summary>
    public IEnumerable<Tuple<string, object[]>> GetWhereClauses() => [];

    private static Expression<Func<T, bool>> Membership(Expression<Func<T, object>> selector, IEnumerable values)
    {
        var member = selector.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert
            ? convert.Operand
            : selector.Body;
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(member.Type))!;
        foreach (var value in values)
        {
            list.Add(value);
        }

        var contains = Expression.Call(
            typeof(Enumerable),
            nameof(Enumerable.Contains),
            [member.Type],
            Expression.Constant(list),
            member
        );
        return Expression.Lambda<Func<T, bool>>(contains, selector.Parameters);
    }
}

using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Database;
using Umbraco.Cms.Core.Persistence;
using Umbraco.Cms.Core.Persistence.Querying;

namespace NKCSI.Cms.Storage.Queries;

/// <summary>
/// Translates Core's conditions on a model into conditions on rows that EF Core turns into SQL. It knows every shape
/// that Core builds (contracts/storage/iquery-shapes.txt): comparisons, and/or/not, boolean members, the string methods,
/// list.Contains, Equals and the Sql* methods.
/// </summary>
/// <typeparam name="TModel">The model that Core's query speaks of.</typeparam>
/// <typeparam name="TRow">The row, or joined rows, that the repository queries.</typeparam>
internal sealed class RowFilter<TModel, TRow>
{
    private readonly Dictionary<string, LambdaExpression> _columns = new(StringComparer.Ordinal);

    /// <summary>Says which column stands for a member of the model.</summary>
    public RowFilter<TModel, TRow> Map<TValue>(string member, Expression<Func<TRow, TValue>> column)
    {
        _columns[member] = column;
        return this;
    }

    /// <summary>Adds the query's conditions to the rows.</summary>
    /// <exception cref="NotSupportedException">The query names a member that is not mapped, or a shape that Core does not build.</exception>
    public IQueryable<TRow> Apply(IQueryable<TRow> rows, IQuery<TModel>? query)
    {
        foreach (var condition in query?.Conditions() ?? [])
        {
            rows = rows.Where(Translate(condition));
        }

        return rows;
    }

    public Expression<Func<TRow, bool>> Translate(Expression<Func<TModel, bool>> condition)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var body = new Visitor(_columns, condition.Parameters[0], row).Visit(condition.Body);
        return Expression.Lambda<Func<TRow, bool>>(body, row);
    }

    private sealed class Visitor(
        Dictionary<string, LambdaExpression> columns,
        ParameterExpression model,
        ParameterExpression row
    ) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            if (!IsModel(node.Expression))
            {
                // Captured variables and constants are left to EF Core, which makes parameters of them.
                return DependsOnModel(node) ? base.VisitMember(node) : Constant(node);
            }

            return columns.TryGetValue(node.Member.Name, out var column)
                ? AsType(Parameters.Replace(column, row), node.Type)
                : throw new NotSupportedException($"A query on {typeof(TModel).Name}.{node.Member.Name} is not known.");
        }

        protected override Expression VisitUnary(UnaryExpression node)
        {
            if (node.NodeType is not (ExpressionType.Convert or ExpressionType.ConvertChecked))
            {
                return base.VisitUnary(node);
            }

            if (!DependsOnModel(node))
            {
                return Constant(node);
            }

            // A conversion of the model itself (to one of its interfaces) or of a member to its own kind says nothing.
            if (IsModel(node.Operand))
            {
                return node.Operand;
            }

            var operand = Visit(node.Operand);
            // Columns hold UTC: a date with its offset is compared with them by its moment (see VisitBinary).
            return IsMoment(node.Type) && IsDate(operand.Type) ? operand : AsType(operand, node.Type);
        }

        protected override Expression VisitBinary(BinaryExpression node)
        {
            var left = Visit(node.Left);
            var right = Visit(node.Right);
            (left, right) = (AsDateFor(right, left), AsDateFor(left, right));
            if (left.Type != right.Type)
            {
                (left, right) = SameType(left, right);
            }

            // The operator methods of Guid and DateTime have no meaning for SQL; the comparison has.
            return Expression.MakeBinary(node.NodeType, left, right);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (!DependsOnModel(node))
            {
                return Constant(node);
            }

            var name = node.Method.Name;
            if (node.Method.DeclaringType == typeof(SqlExpressionExtensions))
            {
                return VisitSqlMethod(node, name);
            }

            if (node.Method.DeclaringType == typeof(string) && node.Object is not null)
            {
                return Text(name, Visit(node.Object), Value(node.Arguments[0]));
            }

            if (name == nameof(Enumerable.Contains))
            {
                var (list, item) = node.Object is null
                    ? (node.Arguments[0], node.Arguments[1])
                    : (node.Object, node.Arguments[0]);
                return Contains(list, Visit(item));
            }

            if (name == nameof(Equals) && node.Object is not null)
            {
                var (left, right) = SameType(Visit(node.Object), Visit(node.Arguments[0]));
                return Expression.Equal(left, right);
            }

            throw new NotSupportedException($"A query with {node.Method.DeclaringType?.Name}.{name} is not known.");
        }

        private Expression VisitSqlMethod(MethodCallExpression node, string name) =>
            name switch
            {
                nameof(SqlExpressionExtensions.SqlIn) => Contains(node.Arguments[0], Visit(node.Arguments[1])),
                nameof(SqlExpressionExtensions.SqlStartsWith) => Text("StartsWith", node),
                nameof(SqlExpressionExtensions.SqlEndsWith) => Text("EndsWith", node),
                nameof(SqlExpressionExtensions.SqlContains) => Text("Contains", node),
                nameof(SqlExpressionExtensions.SqlEquals) => Text("Equals", node),
                nameof(SqlExpressionExtensions.SqlWildcard) => Wildcard(node),
                nameof(SqlExpressionExtensions.SqlNullableEquals) => NullableEquals(node),
                _ => throw new NotSupportedException($"A query with {name} is not known."),
            };

        private Expression Text(string method, MethodCallExpression node) =>
            Text(method, Visit(node.Arguments[0]), Value(node.Arguments[1]));

        private static Expression Text(string method, Expression text, object? value)
        {
            var part = Expression.Constant(value as string ?? string.Empty);
            return method switch
            {
                "Equals" => Expression.Equal(text, part),
                "Contains" => Expression.Call(ContainsIgnoringCase, text, part),
                "StartsWith" or "EndsWith" => Expression.Call(
                    text,
                    typeof(string).GetMethod(method, [typeof(string)])!,
                    part
                ),
                _ => throw new NotSupportedException($"A query with string.{method} is not known."),
            };
        }

        /// <summary>The pattern has <c>*</c> or <c>%</c> for any run of characters at its ends.</summary>
        private Expression Wildcard(MethodCallExpression node)
        {
            var text = Visit(node.Arguments[0]);
            var pattern = (Value(node.Arguments[1]) as string ?? string.Empty).Replace('%', '*');
            var part = pattern.Trim('*');
            return (pattern.StartsWith('*'), pattern.EndsWith('*')) switch
            {
                (false, false) => Text("Equals", text, part),
                (false, true) => Text("StartsWith", text, part),
                (true, false) => Text("EndsWith", text, part),
                (true, true) => Text("Contains", text, part),
            };
        }

        private BinaryExpression NullableEquals(MethodCallExpression node)
        {
            var fallback = Expression.Constant(Value(node.Arguments[2]));
            return Expression.Equal(
                Expression.Coalesce(Visit(node.Arguments[0]), fallback),
                Expression.Coalesce(Visit(node.Arguments[1]), fallback)
            );
        }

        private static MethodCallExpression Contains(Expression list, Expression item)
        {
            var values = (System.Collections.IEnumerable)(Value(list) ?? Array.Empty<object>());
            var typed = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item.Type))!;
            foreach (var value in values)
            {
                typed.Add(value);
            }

            return Expression.Call(
                typeof(Enumerable),
                nameof(Enumerable.Contains),
                [item.Type],
                Expression.Call(typeof(EF), nameof(EF.Parameter), [typed.GetType()], Captured(typed, typed.GetType())),
                item
            );
        }

        private static readonly MethodInfo ContainsIgnoringCase = (
            (Func<string?, string, bool>)SqliteText.ContainsIgnoringCase
        ).Method;

        private bool IsModel(Expression? node) =>
            node == model
            || (node is UnaryExpression { NodeType: ExpressionType.Convert } unary && IsModel(unary.Operand));

        private bool DependsOnModel(Expression node)
        {
            var finder = new ModelFinder(model);
            finder.Visit(node);
            return finder.Found;
        }

        private static bool IsMoment(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTimeOffset);

        private static bool IsDate(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTime);

        private static Expression AsDateFor(Expression other, Expression node) =>
            IsDate(other.Type) && IsMoment(node.Type) && Value(node) is DateTimeOffset moment
                ? Captured(moment.UtcDateTime, typeof(DateTime))
                : node;

        private static Expression Constant(Expression node) => Captured(Value(node), node.Type);

        /// <summary>
        /// A value as EF Core sees a captured variable: a parameter. A constant would be part of the query, and each new
        /// value would have the whole query compiled anew.
        /// </summary>
        private static Expression Captured(object? value, Type type) =>
            value is null
                ? Expression.Constant(null, type)
                : Expression.Field(
                    Expression.Constant(Activator.CreateInstance(typeof(Capture<>).MakeGenericType(type), value)),
                    nameof(Capture<>.Value)
                );

        private static object? Value(Expression node) =>
            node is ConstantExpression constant
                ? constant.Value
                : Expression.Lambda(node).Compile(preferInterpretation: true).DynamicInvoke();

        private static Expression AsType(Expression node, Type type) =>
            node.Type == type || Nullable.GetUnderlyingType(node.Type) == type ? node : Expression.Convert(node, type);

        private static (Expression Left, Expression Right) SameType(Expression left, Expression right)
        {
            if (left.Type == right.Type)
            {
                return (left, right);
            }

            return Nullable.GetUnderlyingType(left.Type) is not null
                ? (left, Expression.Convert(right, left.Type))
                : (Expression.Convert(left, right.Type), right);
        }
    }

    private sealed class ModelFinder(ParameterExpression model) : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found |= node == model;
            return node;
        }
    }
}

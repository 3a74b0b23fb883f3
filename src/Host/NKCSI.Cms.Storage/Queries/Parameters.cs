using System.Linq.Expressions;

namespace NKCSI.Cms.Storage.Queries;

/// <summary>Puts another expression in the place of a lambda's parameter.</summary>
internal static class Parameters
{
    public static Expression Replace(LambdaExpression lambda, Expression replacement) =>
        new Replacer(lambda.Parameters[0], replacement).Visit(lambda.Body);

    private sealed class Replacer(ParameterExpression parameter, Expression replacement) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == parameter ? replacement : base.VisitParameter(node);
    }
}

using System.Linq.Expressions;
using NKCSI.Cms.Storage.Queries;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Models.Membership;

namespace NKCSI.Cms.Storage.Users;

/// <summary>Which columns stand for the members of Core's user, how users are ordered, and what their states mean.</summary>
internal static class UserQueries
{
    public static RowFilter<IUser, UserRow> Filter { get; } =
        new RowFilter<IUser, UserRow>()
            .Map(nameof(IEntity.Id), row => row.Id)
            .Map(nameof(IEntity.Key), row => row.Key)
            .Map(nameof(IUser.Name), row => row.UserName)
            .Map(nameof(IUser.Username), row => row.UserLogin)
            .Map(nameof(IUser.Email), row => row.UserEmail)
            .Map(nameof(IUser.Language), row => row.UserLanguage)
            .Map(nameof(IUser.IsApproved), row => !row.UserDisabled)
            .Map(nameof(IUser.IsLockedOut), row => row.UserNoConsole)
            .Map(nameof(IUser.Kind), row => (UserKind)row.Kind)
            .Map(nameof(IUser.LastLoginDate), row => row.LastLoginDate)
            .Map(nameof(IEntity.CreateDate), row => row.CreateDate)
            .Map(nameof(IEntity.UpdateDate), row => row.UpdateDate);

    public static Expression<Func<UserRow, bool>> Is(UserState state) =>
        state switch
        {
            UserState.Active => row => !row.UserDisabled && !row.UserNoConsole && row.LastLoginDate != null,
            UserState.Disabled => row => row.UserDisabled,
            UserState.LockedOut => row => row.UserNoConsole,
            UserState.Invited => row => row.UserDisabled && row.LastLoginDate == null && row.InvitedDate != null,
            UserState.Inactive => row => !row.UserDisabled && !row.UserNoConsole && row.LastLoginDate == null,
            _ => _ => true,
        };

    /// <summary>Users in any of the states.</summary>
    public static IQueryable<UserRow> In(this IQueryable<UserRow> users, UserState[]? states)
    {
        if (states is not { Length: > 0 } || states.Contains(UserState.All))
        {
            return users;
        }

        var row = Expression.Parameter(typeof(UserRow), "row");
        var any = states
            .Select(state => Parameters.Replace(Is(state), row))
            .Aggregate((left, right) => Expression.OrElse(left, right));
        return users.Where(Expression.Lambda<Func<UserRow, bool>>(any, row));
    }

    /// <summary>The id decides between equals, so that pages never overlap.</summary>
    /// <exception cref="NotSupportedException">The members of a user do not include what is to be ordered by.</exception>
    public static IQueryable<UserRow> InOrder(
        this IQueryable<UserRow> users,
        Expression<Func<IUser, object?>> orderBy,
        Direction direction
    )
    {
        var member = orderBy.Body is UnaryExpression convert ? convert.Operand : orderBy.Body;
        var name = member is MemberExpression access ? access.Member.Name : member.ToString();
        var ordered = name switch
        {
            nameof(IUser.Name) => By(users, row => row.UserName, direction),
            nameof(IUser.Username) => By(users, row => row.UserLogin, direction),
            nameof(IUser.Email) => By(users, row => row.UserEmail, direction),
            nameof(IUser.Language) => By(users, row => row.UserLanguage, direction),
            nameof(IUser.IsApproved) => By(users, row => !row.UserDisabled, direction),
            nameof(IUser.IsLockedOut) => By(users, row => row.UserNoConsole, direction),
            nameof(IUser.LastLoginDate) => By(users, row => row.LastLoginDate, direction),
            nameof(IUser.CreateDate) => By(users, row => row.CreateDate, direction),
            nameof(IUser.UpdateDate) => By(users, row => row.UpdateDate, direction),
            nameof(IUser.Id) => By(users, row => row.Id, direction),
            _ => throw new NotSupportedException($"Users cannot be ordered by '{name}'."),
        };
        return direction == Direction.Ascending
            ? ordered.ThenBy(row => row.Id)
            : ordered.ThenByDescending(row => row.Id);
    }

    private static IOrderedQueryable<UserRow> By<TValue>(
        IQueryable<UserRow> users,
        Expression<Func<UserRow, TValue>> column,
        Direction direction
    ) => direction == Direction.Ascending ? users.OrderBy(column) : users.OrderByDescending(column);
}

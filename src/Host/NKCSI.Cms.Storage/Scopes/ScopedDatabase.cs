using NKCSI.Cms.Storage.Database;

namespace NKCSI.Cms.Storage.Scopes;

/// <summary>What repositories work with: the ambient scope's database.</summary>
internal sealed class ScopedDatabase(ScopeStack stack)
{
    /// <summary>The ambient scope.</summary>
    /// <exception cref="InvalidOperationException">No scope is open: repositories are called inside one only.</exception>
    public CmsScope Scope =>
        stack.Scope ?? throw new InvalidOperationException("A repository was called outside a scope.");

    /// <summary>
    /// The database in the scope's transaction. It tracks nothing by default; insert with
    /// <see cref="CmsDbContext.Insert{TRow}"/>, change and delete with ExecuteUpdate and ExecuteDelete.
    /// </summary>
    public CmsDbContext Context => Scope.Database;
}

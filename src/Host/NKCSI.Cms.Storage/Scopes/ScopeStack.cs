namespace NKCSI.Cms.Storage.Scopes;

/// <summary>
/// The ambient scope and the ambient scope context of the flow. Each value is an immutable link to its parent: a mutable
/// stack that was first used while the host starts would be shared by every flow that began there.
/// </summary>
internal sealed class ScopeStack
{
    private readonly AsyncLocal<CmsScope?> _scope = new();
    private readonly AsyncLocal<ScopeContext?> _context = new();

    public CmsScope? Scope => _scope.Value;

    public ScopeContext? Context => _context.Value;

    public void Push(CmsScope scope)
    {
        if (scope.Parent is null)
        {
            _context.Value = new ScopeContext(_context.Value);
        }

        _scope.Value = scope;
    }

    /// <summary>Makes the parent ambient again.</summary>
    public void Pop(CmsScope scope) => _scope.Value = scope.Parent;

    /// <summary>Ends the context of a root scope; what it enlisted runs while the context is still ambient.</summary>
    public void ExitContext(bool completed)
    {
        if (_context.Value is not { } context)
        {
            return;
        }

        try
        {
            context.ScopeExit(completed);
        }
        finally
        {
            _context.Value = context.Outer;
        }
    }
}

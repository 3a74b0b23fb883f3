using Umbraco.Cms.Core.Scoping;

namespace NKCSI.Cms.Storage.Scopes;

/// <summary>What was enlisted to run when the root scope ends, in the order of priority, then of enlisting.</summary>
internal sealed class ScopeContext(ScopeContext? outer) : IScopeContext
{
    private const int DefaultPriority = 100;
    private readonly Dictionary<string, Enlisted> _enlisted = new(StringComparer.Ordinal);
    private bool _exiting;

    public Guid InstanceId { get; } = Guid.NewGuid();

    public int CreatedThreadId { get; } = Environment.CurrentManagedThreadId;

    /// <summary>The context that was ambient before, if a root scope was opened while another one ends.</summary>
    public ScopeContext? Outer => outer;

    public void Enlist(string key, Action<bool> action, int priority = DefaultPriority) =>
        Enlist<object?>(key, () => null, (completed, _) => action(completed), priority);

    public T? Enlist<T>(string key, Func<T> creator, Action<bool, T?>? action = null, int priority = DefaultPriority)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(creator);
        if (_exiting)
        {
            throw new InvalidOperationException("The scope is ending; nothing more can be enlisted.");
        }

        if (_enlisted.TryGetValue(key, out var known))
        {
            return (T?)known.Item;
        }

        var item = creator();
        _enlisted[key] = new Enlisted(
            item,
            action is null ? null : completed => action(completed, item),
            priority,
            _enlisted.Count
        );
        return item;
    }

    public T? GetEnlisted<T>(string key) => _enlisted.TryGetValue(key, out var known) ? (T?)known.Item : default;

    public void ScopeExit(bool completed)
    {
        _exiting = true;
        List<Exception>? failures = null;
        foreach (var enlisted in _enlisted.Values.OrderBy(e => e.Priority).ThenBy(e => e.Order))
        {
            try
            {
                enlisted.Action?.Invoke(completed);
            }
            catch (Exception failure)
            {
                (failures ??= []).Add(failure);
            }
        }

        if (failures is not null)
        {
            throw new AggregateException("What was enlisted in the scope failed.", failures);
        }
    }

    private sealed record Enlisted(object? Item, Action<bool>? Action, int Priority, int Order);
}

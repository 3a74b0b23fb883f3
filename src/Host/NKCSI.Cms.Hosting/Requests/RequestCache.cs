using System.Collections;
using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core.Cache;

namespace NKCSI.Cms.Hosting.Requests;

/// <summary>
/// Core's request cache: one dictionary for each HTTP request. Outside a request (imports, background work, start)
/// nothing is kept and <see cref="IsAvailable"/> is false, so that Core's hybrid accessors follow the async flow.
/// </summary>
internal sealed class RequestCache(IHttpContextAccessor contexts) : IRequestCache
{
    private static readonly object ItemKey = new();

    public bool IsAvailable => contexts.HttpContext is not null;

    private IRequestCache Current
    {
        get
        {
            if (contexts.HttpContext?.Items is not { } items)
            {
                return NoAppCache.Instance;
            }

            // A request may fan out; the items of a request are a plain dictionary.
            lock (items)
            {
                if (items[ItemKey] is not DictionaryAppCache cache)
                {
                    items[ItemKey] = cache = new DictionaryAppCache();
                }

                return cache;
            }
        }
    }

    public object? Get(string key) => Current.Get(key);

    public object? Get(string key, Func<object?> factory) => Current.Get(key, factory);

    /// <summary>Overwrites, as the genuine one does: the culture of a request is first the default, then the address's.</summary>
    public bool Set(string key, object? value)
    {
        var current = Current;
        current.Remove(key);
        return current.Set(key, value);
    }

    public bool Remove(string key) => Current.Remove(key);

    public IEnumerable<object?> SearchByKey(string keyStartsWith) => Current.SearchByKey(keyStartsWith);

    public IEnumerable<object?> SearchByRegex(string regex) => Current.SearchByRegex(regex);

    public void Clear() => Current.Clear();

    public void Clear(string key) => Current.Clear(key);

    public void ClearOfType(Type type) => Current.ClearOfType(type);

    public void ClearOfType<T>() => Current.ClearOfType<T>();

    public void ClearOfType<T>(Func<string, T, bool> predicate) => Current.ClearOfType(predicate);

    public void ClearByKey(string keyStartsWith) => Current.ClearByKey(keyStartsWith);

    public void ClearByRegex(string regex) => Current.ClearByRegex(regex);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Current.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NKCSI.Search.Fields;
using NKCSI.Search.Lucene.Engine;

namespace NKCSI.Search.Lucene.Fields;

/// <summary>One index per name, kept below the local temporary folder of the host.</summary>
internal sealed class FieldIndexes(IndexLocation location, ILoggerFactory loggers) : IFieldIndexes, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<FieldIndex>> _open = new(StringComparer.Ordinal);

    public IFieldIndex Open(string name, string schema) =>
        _open
            .GetOrAdd(
                name,
                key => new Lazy<FieldIndex>(() =>
                    new FieldIndex(location.FolderOf(key), schema, loggers.CreateLogger<FieldIndex>())
                )
            )
            .Value;

    public void Dispose()
    {
        foreach (var index in _open.Values.Where(index => index.IsValueCreated))
        {
            index.Value.Dispose();
        }
    }
}

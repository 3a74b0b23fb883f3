using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using NKCSI.Search.Lucene.Analysis;
using NKCSI.Search.Lucene.Engine;

namespace NKCSI.Search.Lucene.Records;

/// <summary>The folders of the record index, one per culture.</summary>
internal sealed class RecordIndexes(IndexLocation location, ILoggerFactory loggers) : IDisposable
{
    private static readonly string Schema = string.Create(
        CultureInfo.InvariantCulture,
        $"records-{RecordFields.Version}-{RecordAnalyzer.Version}"
    );

    private readonly ConcurrentDictionary<string, Lazy<IndexFolder>> _open = new(StringComparer.OrdinalIgnoreCase);
    private readonly RecordAnalyzer _analyzer = new();

    public IndexFolder Of(string culture) =>
        _open
            .GetOrAdd(
                culture,
                key => new Lazy<IndexFolder>(() =>
                    new IndexFolder(
                        location.FolderOf($"records-{key.ToLowerInvariant()}"),
                        Schema,
                        _analyzer,
                        loggers.CreateLogger<IndexFolder>()
                    )
                )
            )
            .Value;

    public void Dispose()
    {
        foreach (var folder in _open.Values.Where(folder => folder.IsValueCreated))
        {
            folder.Value.Dispose();
        }

        _analyzer.Dispose();
    }
}

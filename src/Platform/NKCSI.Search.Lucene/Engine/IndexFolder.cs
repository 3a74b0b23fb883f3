using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;
using Directory = System.IO.Directory;

namespace NKCSI.Search.Lucene.Engine;

/// <summary>
/// An index on disk with one writer and near-real-time searchers. Each rebuild fills a folder of its own beside the live
/// one and a pointer file names the one in force, so that a rebuild that is interrupted changes nothing. An index that
/// is missing, damaged, of another schema, or was not closed properly asks to be rebuilt: it is derived data.
/// </summary>
internal sealed class IndexFolder : IDisposable
{
    private const string Pointer = "current";
    private const string OpenMark = "open";

    private readonly string _root;
    private readonly string _schema;
    private readonly Analyzer _analyzer;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private Generation? _live;

    /// <param name="root">The folder of this index alone.</param>
    /// <param name="schema">Identifies fields and analysis.</param>
    public IndexFolder(string root, string schema, Analyzer analyzer, ILogger logger)
    {
        _root = root;
        _schema = schema;
        _analyzer = analyzer;
        _logger = logger;
        Directory.CreateDirectory(root);
        TryOpenCurrent();
    }

    public bool NeedsRebuild => _live is null;

    /// <summary>Writes documents in one step that readers see when it is over.</summary>
    public async Task WriteAsync(Action<IndexWriter> write, CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            if (_live is not { } live)
            {
                // The rebuild that is due will read the newest state anyway.
                return;
            }

            write(live.Writer);
            live.Writer.Commit();
            live.Searchers.MaybeRefreshBlocking();
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Fills a new index and swaps it in; until then the old one answers.</summary>
    public async Task RebuildAsync(Func<IndexWriter, CancellationToken, Task> fill, CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            var name = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
            var generation = Generation.Create(Path.Combine(_root, name), _analyzer);
            try
            {
                await fill(generation.Writer, ct);
                generation.Writer.Commit();
                generation.Searchers.MaybeRefreshBlocking();
            }
            catch
            {
                generation.Dispose();
                Delete(name);
                throw;
            }

            await File.WriteAllTextAsync(Path.Combine(_root, OpenMark), string.Empty, ct);
            await File.WriteAllTextAsync(Path.Combine(_root, Pointer + ".new"), $"{name}\n{_schema}", ct);
            File.Move(Path.Combine(_root, Pointer + ".new"), Path.Combine(_root, Pointer), overwrite: true);
            var old = Interlocked.Exchange(ref _live, generation);
            old?.Dispose();
            DeleteAllBut(name);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Answers from a consistent view; nothing when the index has yet to be built.</summary>
    public T Search<T>(Func<IndexSearcher, T> search, T empty)
    {
        while (_live is { } live)
        {
            IndexSearcher searcher;
            try
            {
                searcher = live.Searchers.Acquire();
            }
            catch (ObjectDisposedException)
            {
                // A rebuild has just swapped the index; the next turn takes the new one.
                continue;
            }

            try
            {
                return search(searcher);
            }
            finally
            {
                live.Searchers.Release(searcher);
            }
        }

        return empty;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _live, null) is { } live)
        {
            live.Dispose();
            File.Delete(Path.Combine(_root, OpenMark));
        }

        _writing.Dispose();
    }

    private void TryOpenCurrent()
    {
        try
        {
            var pointer = Path.Combine(_root, Pointer);
            var mark = Path.Combine(_root, OpenMark);
            if (!File.Exists(pointer))
            {
                return;
            }

            var lines = File.ReadAllLines(pointer);
            if (lines.Length != 2 || lines[1] != _schema || File.Exists(mark))
            {
                _logger.LogInformation("The search index {Folder} is of another version or was not closed", _root);
                return;
            }

            _live = Generation.Open(Path.Combine(_root, lines[0]), _analyzer);
            File.WriteAllText(mark, string.Empty);
        }
        catch (Exception damage) when (damage is IOException or ArgumentException or UnauthorizedAccessException)
        {
            _logger.LogWarning(damage, "The search index {Folder} is damaged and will be rebuilt", _root);
        }
    }

    private void DeleteAllBut(string name)
    {
        foreach (var folder in Directory.EnumerateDirectories(_root))
        {
            if (Path.GetFileName(folder) is var other && other != name)
            {
                Delete(other);
            }
        }
    }

    private void Delete(string name)
    {
        try
        {
            Directory.Delete(Path.Combine(_root, name), recursive: true);
        }
        catch (IOException busy)
        {
            // Files still open elsewhere go with the next rebuild.
            _logger.LogDebug(busy, "An old search index could not be deleted yet");
        }
    }

    private sealed class Generation : IDisposable
    {
        private readonly FSDirectory _directory;

        private Generation(string folder, Analyzer analyzer, OpenMode mode)
        {
            _directory = FSDirectory.Open(folder);
            Writer = new IndexWriter(
                _directory,
                new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { OpenMode = mode }
            );
            Searchers = new SearcherManager(Writer, applyAllDeletes: true, null);
        }

        public IndexWriter Writer { get; }

        public SearcherManager Searchers { get; }

        public static Generation Create(string folder, Analyzer analyzer) => new(folder, analyzer, OpenMode.CREATE);

        public static Generation Open(string folder, Analyzer analyzer) => new(folder, analyzer, OpenMode.APPEND);

        public void Dispose()
        {
            Searchers.Dispose();
            Writer.Dispose();
            _directory.Dispose();
        }
    }
}

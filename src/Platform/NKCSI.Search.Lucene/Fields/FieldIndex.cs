using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;
using NKCSI.Search.Fields;
using NKCSI.Search.Lucene.Analysis;
using NKCSI.Search.Lucene.Engine;

namespace NKCSI.Search.Lucene.Fields;

/// <summary>Typed fields with exact conditions and sorts on Lucene.</summary>
internal sealed class FieldIndex(string folder, string schema, ILogger logger) : IFieldIndex
{
    /// <summary>To be raised when the way fields are written changes.</summary>
    private const int Version = 2;
    private const string IdField = "$id";
    private const string GroupField = "$group";
    private const string SortSuffix = "$sort";
    private static readonly FieldQueryResult Nothing = new(0, []);

    private readonly IndexFolder _folder = new(
        folder,
        $"fields-{Version.ToString(CultureInfo.InvariantCulture)}-{schema}",
        new NameAnalyzer(),
        logger
    );

    public bool NeedsRebuild => _folder.NeedsRebuild;

    public Task RebuildAsync(IAsyncEnumerable<FieldDocument> documents, CancellationToken ct) =>
        _folder.RebuildAsync(
            async (writer, token) =>
            {
                await foreach (var document in documents.WithCancellation(token))
                {
                    writer.AddDocument(ToLucene(document));
                }
            },
            ct
        );

    public Task ReplaceAsync(
        IReadOnlyCollection<string> groups,
        IReadOnlyCollection<FieldDocument> documents,
        CancellationToken ct
    ) =>
        _folder.WriteAsync(
            writer =>
            {
                writer.DeleteDocuments([.. groups.Select(group => new Term(GroupField, group))]);
                foreach (var document in documents)
                {
                    writer.AddDocument(ToLucene(document));
                }
            },
            ct
        );

    public FieldQueryResult Query(FieldQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _folder.Search(searcher => Query(searcher, query), Nothing);
    }

    public void Dispose() => _folder.Dispose();

    private static FieldQueryResult Query(IndexSearcher searcher, FieldQuery query)
    {
        var all = new BooleanQuery { { new MatchAllDocsQuery(), Occur.MUST } };
        foreach (var condition in query.Conditions)
        {
            var (clause, occur) = FieldConditions.ToClause(condition);
            all.Add(clause, occur);
        }

        // The window must not overflow or reach beyond the index; totals stay exact.
        var size = searcher.IndexReader.MaxDoc;
        var window = (int)Math.Clamp((long)query.Skip + query.Take, 1, Math.Max(size, 1));
        var found = searcher.Search(all, window, ToSort(query.Sorts));
        var ids = found
            .ScoreDocs.Skip(query.Skip)
            .Take(query.Take)
            .Select(hit =>
                searcher
                    .Doc(hit.Doc, new HashSet<string>(StringComparer.Ordinal) { IdField })
                    .Get(IdField, CultureInfo.InvariantCulture)
            )
            .ToArray();
        return new FieldQueryResult(found.TotalHits, ids);
    }

    private static Sort ToSort(IReadOnlyList<FieldSort> sorts) =>
        new([
            .. sorts.Select(sort => new SortField(
                sort.Field + SortSuffix,
                sort.Kind is FieldKind.Number or FieldKind.Date ? SortFieldType.INT64 : SortFieldType.STRING,
                sort.Descending
            )),
            SortField.FIELD_DOC,
        ]);

    private static Document ToLucene(FieldDocument source)
    {
        var document = new Document
        {
            new StringField(IdField, source.Id, Field.Store.YES),
            new StringField(GroupField, source.Group, Field.Store.NO),
        };
        foreach (var field in source.Fields)
        {
            foreach (var value in field.Values)
            {
                document.Add(ToField(field, value));
            }

            AddSortValue(document, field);
        }

        return document;
    }

    private static Field ToField(FieldValues field, object value) =>
        field.Kind switch
        {
            FieldKind.Number or FieldKind.Date => new Int64Field(
                field.Name,
                FieldConditions.ToNumber(value),
                Field.Store.NO
            ),
            FieldKind.StringAnalyzed => new TextField(field.Name, FieldConditions.ToText(value), Field.Store.NO),
            _ => new StringField(field.Name, FieldConditions.ToText(value), Field.Store.NO),
        };

    private static void AddSortValue(Document document, FieldValues field)
    {
        if (field.Values.Count == 0)
        {
            return;
        }

        var name = field.Name + SortSuffix;
        if (field.Kind is FieldKind.Number or FieldKind.Date)
        {
            document.Add(new NumericDocValuesField(name, FieldConditions.ToNumber(field.Values[0])));
        }
        else if (field.Kind == FieldKind.StringSortable)
        {
            document.Add(new SortedDocValuesField(name, new BytesRef(FieldConditions.ToText(field.Values[0]))));
        }
    }
}

using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NKCSI.Search.Records;

namespace NKCSI.Search.Lucene.Records;

/// <summary>How a record is laid out in the index.</summary>
internal static class RecordFields
{
    public const string Key = "key";
    public const string Type = "type";
    public const string Title = "title";
    public const string TitleSort = "title$sort";
    public const string Text = "text";
    public const string StoredTitle = "title$stored";
    public const string StoredText = "text$stored";
    public const string Date = "date";
    public const string DateSort = "date$sort";

    /// <summary>To be raised when the layout changes.</summary>
    public const int Version = 1;

    private const string FacetPrefix = "facet$";
    private const float HeavyWeight = 2;

    /// <summary>Texts of at least this weight (name, summary) form a field of their own that counts more.</summary>
    public const string Lead = "lead";

    public static string Facet(string name) => FacetPrefix + name;

    public static Document ToDocument(SearchRecord record)
    {
        var document = new Document
        {
            new StringField(Key, KeyText(record.Key), Field.Store.YES),
            new StringField(Type, record.RecordType, Field.Store.YES),
            new SortedSetDocValuesField(Facet(Type), new BytesRef(record.RecordType)),
            new TextField(Title, record.Title, Field.Store.NO),
            new StoredField(StoredTitle, record.Title),
            new SortedDocValuesField(TitleSort, new BytesRef(SortKey(record))),
            new NumericDocValuesField(DateSort, record.Date.Ticks),
        };
        foreach (var text in record.Texts)
        {
            document.Add(new TextField(text.Weight >= HeavyWeight ? Lead : Text, text.Text, Field.Store.NO));
            document.Add(new StoredField(StoredText, text.Text));
        }

        foreach (var (facet, values) in record.Facets)
        {
            foreach (var value in values.Distinct(StringComparer.Ordinal))
            {
                document.Add(new StringField(Facet(facet), value, Field.Store.NO));
                document.Add(new SortedSetDocValuesField(Facet(facet), new BytesRef(value)));
            }
        }

        return document;
    }

    public static Term KeyTerm(Guid key) => new(Key, KeyText(key));

    private static string KeyText(Guid key) => key.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>Titles sort as their language sorts, not by code point.</summary>
    private static byte[] SortKey(SearchRecord record) =>
        CultureInfo
            .GetCultureInfo(record.Culture)
            .CompareInfo.GetSortKey(record.Title, CompareOptions.IgnoreCase)
            .KeyData;
}

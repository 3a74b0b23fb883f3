using NKCSI.Search.Fields;
using Umbraco.Cms.Core.DeliveryApi;

namespace NKCSI.Cms.DeliveryApi.Index;

/// <summary>The index behind the lists, with the fields of every registered handler; the first declaration of a field wins.</summary>
internal sealed class DeliveryIndex
{
    public const string Id = "id";
    public const string ContentTypeId = "contentTypeId";
    public const string Culture = "culture";
    public const string Published = "published";
    public const string Key = "itemId";

    /// <summary>The culture of what does not vary.</summary>
    public const string Invariant = "none";

    private readonly IFieldIndexes _indexes;
    private readonly Lazy<IFieldIndex> _index;

    public DeliveryIndex(IFieldIndexes indexes, ContentIndexHandlerCollection handlers)
    {
        _indexes = indexes;
        var fields = new Dictionary<string, FieldKind>(StringComparer.OrdinalIgnoreCase)
        {
            [Id] = FieldKind.Number,
            [ContentTypeId] = FieldKind.Number,
            [Culture] = FieldKind.StringRaw,
            [Published] = FieldKind.StringRaw,
        };
        foreach (var field in handlers.SelectMany(handler => handler.GetFields()))
        {
            fields.TryAdd(field.FieldName, KindOf(field.FieldType));
        }

        Kinds = fields;
        var schema = string.Join(
            ',',
            fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(f => $"{f.Key}:{f.Value}")
        );
        _index = new Lazy<IFieldIndex>(() => _indexes.Open("delivery", schema));
    }

    /// <summary>The kind of each known field.</summary>
    public IReadOnlyDictionary<string, FieldKind> Kinds { get; }

    public IFieldIndex Store => _index.Value;

    private static FieldKind KindOf(FieldType type) =>
        type switch
        {
            FieldType.StringRaw => FieldKind.StringRaw,
            FieldType.StringAnalyzed => FieldKind.StringAnalyzed,
            FieldType.StringSortable => FieldKind.StringSortable,
            FieldType.Number => FieldKind.Number,
            _ => FieldKind.Date,
        };
}

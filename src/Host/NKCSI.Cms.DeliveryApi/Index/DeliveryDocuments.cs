using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NKCSI.Search.Fields;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace NKCSI.Cms.DeliveryApi.Index;

/// <summary>
/// What of the documents is indexed: one entry per document and culture, drafts too but marked, none of the bin, of
/// disallowed types or of protected ones (contracts/delivery/delivery-api.md 11).
/// </summary>
internal sealed class DeliveryDocuments(
    DeliveryIndex index,
    IContentService contents,
    IDocumentNavigationQueryService navigation,
    IPublishStatusQueryService status,
    IPublicAccessService publicAccess,
    ContentIndexHandlerCollection handlers,
    IDeliveryApiCompositeIdHandler ids,
    IOptionsMonitor<DeliveryApiSettings> settings
)
{
    private const int BatchSize = 200;

    /// <summary>The keys of all documents in the tree.</summary>
    public IEnumerable<Guid> AllKeys() =>
        navigation.TryGetRootKeys(out var roots) ? roots.SelectMany(WithDescendants) : [];

    public IEnumerable<Guid> WithDescendants(Guid key) =>
        navigation.TryGetDescendantsKeys(key, out var below) || navigation.TryGetDescendantsKeysInBin(key, out below)
            ? below.Prepend(key)
            : [key];

    public async IAsyncEnumerable<FieldDocument> ReadAllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var batch in AllKeys().Chunk(BatchSize))
        {
            ct.ThrowIfCancellationRequested();
            foreach (var document in Read(batch))
            {
                yield return document;
            }

            await Task.Yield();
        }
    }

    public IEnumerable<FieldDocument> Read(IEnumerable<Guid> keys) =>
        contents.GetByIds(keys).Where(IsIndexed).SelectMany(Entries);

    /// <summary>What an entry is replaced by: all entries of its document.</summary>
    public static string GroupOf(Guid key) => key.ToString("D", CultureInfo.InvariantCulture);

    private bool IsIndexed(IContent content) =>
        !content.Trashed && IsAllowed(content.ContentType.Alias) && !publicAccess.IsProtected(content).Success;

    private bool IsAllowed(string alias) =>
        settings.CurrentValue.AllowedContentTypeAliases is { Count: > 0 } allowed
            ? allowed.Contains(alias, StringComparer.OrdinalIgnoreCase)
            : !settings.CurrentValue.DisallowedContentTypeAliases.Contains(alias, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<FieldDocument> Entries(IContent content)
    {
        string?[] cultures = content.ContentType.VariesByCulture() ? [.. content.AvailableCultures] : [null];
        foreach (var culture in cultures)
        {
            var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var fields = new List<FieldValues>
            {
                Of(DeliveryIndex.Id, content.Id),
                Of(DeliveryIndex.ContentTypeId, content.ContentTypeId),
                Of(DeliveryIndex.Culture, culture?.ToLowerInvariant() ?? DeliveryIndex.Invariant),
                Of(DeliveryIndex.Published, IsPublished(content, culture) ? "y" : "n"),
            };
            foreach (var value in handlers.SelectMany(handler => handler.GetFieldValues(content, culture)))
            {
                if (index.Kinds.TryGetValue(value.FieldName, out var kind) && known.Add(value.FieldName))
                {
                    fields.Add(new FieldValues(value.FieldName, kind, [.. value.Values]));
                }
            }

            yield return new FieldDocument(
                ids.IndexId(content.Id, culture?.ToLowerInvariant() ?? DeliveryIndex.Invariant),
                GroupOf(content.Key),
                fields
            );
        }
    }

    private bool IsPublished(IContent content, string? culture) =>
        culture is null
            ? status.IsDocumentPublishedInAnyCulture(content.Key) && status.HasPublishedAncestorPath(content.Key)
            : status.IsDocumentPublished(content.Key, culture) && status.HasPublishedAncestorPath(content.Key, culture);

    private FieldValues Of(string name, object value) => new(name, index.Kinds[name], [value]);
}

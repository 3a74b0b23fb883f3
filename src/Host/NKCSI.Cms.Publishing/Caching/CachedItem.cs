using System.ComponentModel;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>
/// What the cache holds under a key: the item, or the knowledge that there is none in this form, with the moments at
/// which storage and content model were read.
/// </summary>
/// <remarks>Sealed and marked immutable, so that HybridCache hands out the object itself.</remarks>
[ImmutableObject(true)]
internal sealed record CachedItem(IPublishedContent? Item, long ReadAt, long ModelVersion);

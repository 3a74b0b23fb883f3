using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Languages;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Navigation;

/// <summary>
/// In which cultures documents are published. An invariant document counts for all languages, and documents in the
/// recycle bin keep what they had: readers look at the bin themselves.
/// </summary>
internal sealed class PublishStatusRepository(ScopedDatabase database) : IPublishStatusRepository
{
    private CmsDbContext Db => database.Context;

    public async Task<IDictionary<Guid, ISet<string>>> GetAllPublishStatusAsync(CancellationToken cancellationToken) =>
        await ReadAsync(Db.Set<NodeRow>(), cancellationToken);

    public async Task<ISet<string>> GetPublishStatusAsync(Guid documentKey, CancellationToken cancellationToken)
    {
        var statuses = await ReadAsync(Db.Set<NodeRow>().Where(node => node.Key == documentKey), cancellationToken);
        return statuses.TryGetValue(documentKey, out var status) ? status : NoCultures();
    }

    public async Task<IDictionary<Guid, ISet<string>>> GetDescendantsOrSelfPublishStatusAsync(
        Guid rootDocumentKey,
        CancellationToken cancellationToken
    )
    {
        var path = await Db.Set<NodeRow>()
            .Where(node => node.Key == rootDocumentKey)
            .Select(node => node.Path)
            .FirstOrDefaultAsync(cancellationToken);
        if (path is null)
        {
            return new Dictionary<Guid, ISet<string>>();
        }

        var below = $"{path},";
        return await ReadAsync(
            Db.Set<NodeRow>().Where(node => node.Path == path || node.Path.StartsWith(below)),
            cancellationToken
        );
    }

    private static HashSet<string> NoCultures() => new(StringComparer.OrdinalIgnoreCase);

    private async Task<Dictionary<Guid, ISet<string>>> ReadAsync(
        IQueryable<NodeRow> nodes,
        CancellationToken cancellationToken
    )
    {
        var languages = await Db.Set<LanguageRow>()
            .ToDictionaryAsync(language => language.Id, language => language.IsoCode!, cancellationToken);
        var documents = await (
            from node in nodes
            join document in Db.Set<DocumentRow>() on node.Id equals document.NodeId
            join content in Db.Set<ContentRow>() on node.Id equals content.NodeId
            join type in Db.Set<ContentTypeRow>() on content.ContentTypeId equals type.NodeId
            select new
            {
                node.Id,
                node.Key,
                document.Published,
                Varies = (type.Variations & (int)ContentVariation.Culture) != 0,
            }
        ).ToListAsync(cancellationToken);
        var published = await (
            from node in nodes
            join culture in Db.Set<DocumentCultureRow>() on node.Id equals culture.NodeId
            where culture.Published
            select new { culture.NodeId, culture.LanguageId }
        ).ToListAsync(cancellationToken);
        var cultures = published.ToLookup(row => row.NodeId, row => languages[row.LanguageId]);

        return documents.ToDictionary(
            document => document.Key,
            ISet<string> (document) =>
            {
                var codes = NoCultures();
                codes.UnionWith(
                    document.Varies ? cultures[document.Id]
                    : document.Published ? languages.Values
                    : []
                );
                return codes;
            }
        );
    }
}

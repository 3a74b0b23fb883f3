using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Exceptions;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>What the repositories of the three kinds of types work with.</summary>
internal sealed record TypeStorage(
    ScopedDatabase Database,
    TypeSet Types,
    TypeWriter Writer,
    TypeRemoval Removal,
    SettingsNodes Nodes,
    TimeProvider Clock
);

/// <summary>One kind of types; the three kinds differ in what a save adds.</summary>
internal abstract class TypeRepository<T>(TypeStorage storage, Guid objectType) : IContentTypeRepositoryBase<T>
    where T : class, IContentTypeComposition
{
    protected TypeStorage Storage => storage;

    private Caching.EntitySet<T> Current => storage.Types.Current.Of<T>();

    public T? Get(int id) => Current.Find(id);

    public T? Get(Guid id) => Current.Find(id);

    public T? Get(string alias) =>
        Current.Find(type => string.Equals(type.Alias, alias, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<T> GetMany(params int[]? ids) => Current.Many(ids);

    IEnumerable<T> IReadRepository<Guid, T>.GetMany(params Guid[]? ids) => Current.Many(ids);

    public bool Exists(int id) => Current.Has(id);

    public bool Exists(Guid id) => Current.Has(id);

    public IEnumerable<T> Get(IQuery<T> query) =>
        Current.Matching(query).OrderBy(type => type.Name, StringComparer.CurrentCultureIgnoreCase);

    public int Count(IQuery<T>? query) => Current.Count(query);

    /// <summary>An alias that no type of any kind has, made with a number.</summary>
    public string GetUniqueAlias(string alias)
    {
        var taken = storage
            .Types.Current.All.Originals.Select(type => type.Alias)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable
            .Range(1, taken.Count + 1)
            .Select(number => alias + number.ToString(CultureInfo.InvariantCulture))
            .First(candidate => !taken.Contains(candidate));
    }

    public bool HasContainerInPath(string contentPath)
    {
        ArgumentNullException.ThrowIfNull(contentPath);
        return HasContainerInPath([
            .. contentPath.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture)),
        ]);
    }

    /// <summary>Whether one of the content items is of a type that shows its children as a list.</summary>
    public bool HasContainerInPath(params int[] ids)
    {
        var lists =
            from content in storage.Database.Context.Set<ContentRow>()
            join type in storage.Database.Context.Set<ContentTypeRow>() on content.ContentTypeId equals type.NodeId
            where ids.Contains(content.NodeId) && type.ListView != null
            select content.NodeId;
        return lists.Any();
    }

    public bool HasContentNodes(int id) =>
        storage.Database.Context.Set<ContentRow>().Any(row => row.ContentTypeId == id);

    public IEnumerable<Guid> GetAllowedParentKeys(Guid key) =>
        [
            .. Current
                .Originals.Where(type => (type.AllowedContentTypes ?? []).Any(allowed => allowed.Key == key))
                .Select(type => type.Key),
        ];

    public void Save(T entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.HasIdentity)
        {
            storage.Writer.Update(entity, objectType);
        }
        else
        {
            Prepare(entity);
            storage.Writer.Insert(entity, objectType);
        }

        WriteKind(entity);
        storage.Types.Evict();
        entity.ResetDirtyProperties();
    }

    public void Delete(T entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        storage.Removal.Remove(entity);
        storage.Types.Evict();
        entity.DeleteDate = storage.Clock.GetUtcNow().UtcDateTime;
    }

    /// <summary>Moves the type into a folder, or to the root; types below it move along.</summary>
    /// <exception cref="DataOperationException{T}">The folder lies below what is moved.</exception>
    public IEnumerable<MoveEventInfo<T>> Move(T moving, EntityContainer? container)
    {
        ArgumentNullException.ThrowIfNull(moving);
        if (container is not null && $",{container.Path},".Contains($",{moving.Id},", StringComparison.Ordinal))
        {
            throw new DataOperationException<MoveOperationStatusType>(MoveOperationStatusType.FailedNotAllowedByPath);
        }

        var oldPath = moving.Path;
        var oldLevel = moving.Level;
        var below = Current.Originals.Where(type => type.Path.StartsWith($"{oldPath},", StringComparison.Ordinal));
        var descendants = Caching.EntitySet<T>.Clone(below.OrderBy(type => type.Level));
        var moves = new List<MoveEventInfo<T>>
        {
            new(moving, oldPath, container?.Id ?? Constants.System.Root, container?.Key ?? Constants.System.RootKey),
        };

        moving.ParentId = container?.Id ?? Constants.System.Root;
        Save(moving);
        foreach (var descendant in descendants)
        {
            moves.Add(new MoveEventInfo<T>(descendant, descendant.Path, descendant.ParentId));
            descendant.Path = moving.Path + descendant.Path[oldPath.Length..];
            descendant.Level += moving.Level - oldLevel;
            storage.Nodes.Update(descendant);
            descendant.ResetDirtyProperties();
        }

        storage.Types.Evict();
        return moves;
    }

    /// <summary>What a new type of this kind gets before it is written.</summary>
    protected virtual void Prepare(T type) { }

    /// <summary>Writes what only this kind has.</summary>
    protected virtual void WriteKind(T type) { }
}

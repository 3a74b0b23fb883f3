using System.Net;
using NKCSI.Cms.Sync.Import;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.Folders;

/// <summary>
/// The folders of data types or of a kind of types, by path. uSync knows folders by name alone (<c>A/B</c>, each part
/// encoded as in a URL), so new ones get new keys.
/// </summary>
internal sealed class TypeFolders<TEntity>(IEntityTypeContainerService<TEntity> containers)
    where TEntity : ITreeEntity
{
    private List<EntityContainer>? all;

    /// <summary>The folder in which an item lies, as uSync writes it; empty at the root.</summary>
    public async Task<string> PathOfAsync(int parentId)
    {
        var known = await AllAsync();
        var parts = new Stack<string>();
        while (known.Find(folder => folder.Id == parentId) is { } container)
        {
            parts.Push(container.Name ?? string.Empty);
            parentId = container.ParentId;
        }
        return string.Join('/', parts);
    }

    public async Task<EntityContainer?> EnsureAsync(string path)
    {
        EntityContainer? parent = null;
        foreach (var name in Split(path))
        {
            var parentId = parent?.Id ?? Constants.System.Root;
            parent =
                (await AllAsync()).Find(folder =>
                    folder.ParentId == parentId && string.Equals(folder.Name, name, StringComparison.OrdinalIgnoreCase)
                ) ?? await CreateAsync(name, parent);
        }
        return parent;
    }

    /// <summary>The path with its parts decoded, to compare with <see cref="PathOfAsync"/>.</summary>
    public static string Decode(string path) => string.Join('/', Split(path));

    private static IEnumerable<string> Split(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => WebUtility.UrlDecode(part));

    private async Task<EntityContainer> CreateAsync(string name, EntityContainer? parent)
    {
        var attempt = await containers.CreateAsync(Guid.NewGuid(), name, parent?.Key, ImportUser.Key);
        RefusedException.ThrowUnless(attempt.Success && attempt.Result is not null, attempt.Status);
        (await AllAsync()).Add(attempt.Result!);
        return attempt.Result!;
    }

    private async Task<List<EntityContainer>> AllAsync() => all ??= [.. await containers.GetAllAsync()];
}

using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Testing;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Support;

/// <summary>One running host for the tests of a class; each test keeps to aliases and names of its own.</summary>
public sealed class CmsFixture : IAsyncLifetime
{
    private CmsTestHost? _host;

    /// <summary>Counts the statements that the storage sends to the database.</summary>
    internal StatementCounter Statements { get; } = new();

    public static Guid User => Constants.Security.SuperUserKey;

    public async ValueTask InitializeAsync() =>
        _host = await CmsTestHost.StartAsync(
            new CmsTestHostOptions { Compose = builder => Statements.AddTo(builder.Services) }
        );

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    public T Get<T>()
        where T : notnull => _host!.Get<T>();

    /// <summary>Works with the committed rows.</summary>
    internal TResult Rows<TRow, TResult>(Func<IQueryable<TRow>, TResult> read)
        where TRow : class
    {
        using var scope = Get<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        return read(Get<ScopedDatabase>().Context.Set<TRow>().AsNoTracking());
    }

    internal void Insert<TRow>(TRow row)
        where TRow : class
    {
        using var scope = Get<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        Get<ScopedDatabase>().Context.Insert(row);
    }

    internal async Task<ILanguage> LanguageAsync(string code)
    {
        var languages = Get<ILanguageService>();
        if (await languages.GetAsync(code) is { } known)
        {
            return known;
        }

        var created = await languages.CreateAsync(new Language(code, code), User);
        Assert.True(created.Success, created.Status.ToString());
        return created.Result;
    }

    /// <summary>A type that is not saved yet.</summary>
    internal ContentType NewType(string alias) =>
        new(Get<IShortStringHelper>(), Constants.System.Root)
        {
            Alias = alias,
            Name = alias,
            Icon = "icon-document",
            AllowedAsRoot = true,
        };

    internal async Task<PropertyType> NewPropertyAsync(
        string alias,
        ContentVariation variations = ContentVariation.Nothing
    )
    {
        var textstring = (await Get<IDataTypeService>().GetAsync(Constants.DataTypes.Guids.TextstringGuid))!;
        return new PropertyType(Get<IShortStringHelper>(), textstring, alias) { Name = alias, Variations = variations };
    }

    internal async Task CreateAsync(IContentType type)
    {
        var created = await Get<IContentTypeService>().CreateAsync(type, User);
        Assert.True(created.Success, created.Result.ToString());
    }

    internal async Task UpdateAsync(IContentType type)
    {
        var updated = await Get<IContentTypeService>().UpdateAsync(type, User);
        Assert.True(updated.Success, updated.Result.ToString());
    }
}

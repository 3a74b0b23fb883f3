using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NKCSI.Cms.Storage.Schema;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Hosting;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Logging;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Storage.Tests.Support;

/// <summary>The storage on a database file of its own with Umbraco's seeds, without the rest of the host.</summary>
internal sealed class StorageHarness : IDisposable
{
    private readonly ServiceProvider _services;

    public StorageHarness()
    {
        Folder = Directory.CreateTempSubdirectory("nkcsi-storage-").FullName;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["ConnectionStrings:umbracoDbDSN"] = $"Data Source={Path.Combine(Folder, "site.db")}",
                    ["ConnectionStrings:umbracoDbDSN_ProviderName"] = "Microsoft.Data.Sqlite",
                }
            )
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        var logs = NullLoggerFactory.Instance;
        var finder = new TypeFinder(
            NullLogger<TypeFinder>.Instance,
            new CoreAssembly(),
            [],
            new TypeFinderConfig(Options.Create(new TypeFinderSettings()))
        );
        var loader = new TypeLoader(finder, NullLogger<TypeLoader>.Instance);
        services.AddSingleton<ITypeFinder>(finder);
        services.AddSingleton(loader);
        var builder = new UmbracoBuilder(
            services,
            configuration,
            loader,
            logs,
            new NoopProfiler(),
            AppCaches.Create(NoAppCache.Instance)
        );
        builder.AddConfiguration();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IHostingEnvironment>(new FolderHostingEnvironment(Folder));
        services.AddSingleton<FileSystems>();
        services.AddSingleton<IShortStringHelper>(
            new DefaultShortStringHelper(new DefaultShortStringHelperConfig().WithDefault(new RequestHandlerSettings()))
        );
        services.AddSingleton<IConfigurationEditorJsonSerializer, PlainJsonSerializer>();
        services.AddSingleton<IIdKeyMap, IdKeyMap>();
        builder.AddCmsStorage();
        builder.Build();
        _services = services.BuildServiceProvider();
        Get<ICmsSchema>().Install();
        Scopes = Get<ICoreScopeProvider>();
    }

    public string Folder { get; }

    public ICoreScopeProvider Scopes { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Runs the work in a scope of its own that commits.</summary>
    public TResult InScope<TResult>(Func<TResult> work)
    {
        using var scope = Scopes.CreateCoreScope(autoComplete: true);
        return work();
    }

    public void InScope(Action work)
    {
        using var scope = Scopes.CreateCoreScope(autoComplete: true);
        work();
    }

    public void Dispose()
    {
        _services.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Core alone: its own search would load the assemblies of the test runner.</summary>
    private sealed class CoreAssembly : IAssemblyProvider
    {
        public IEnumerable<Assembly> Assemblies => [typeof(IUmbracoBuilder).Assembly];
    }

    private sealed class FolderHostingEnvironment(string folder) : IHostingEnvironment
    {
        public string SiteName => "storage-tests";

        public string ApplicationId => "storage-tests";

        public string ApplicationPhysicalPath => folder;

        public string LocalTempPath => folder;

        public string ApplicationVirtualPath => "/";

        public bool IsDebugMode => false;

        public bool IsHosted => true;

        public Uri ApplicationMainUrl { get; } = new("http://localhost");

        public string MapPathWebRoot(string path) => Map(path);

        public string MapPathContentRoot(string path) => Map(path);

        public string ToAbsolute(string virtualPath) => virtualPath.TrimStart('~');

        public void EnsureApplicationMainUrl(Uri? currentApplicationUrl)
        {
            // The tests have no address.
        }

        private string Map(string path) => Path.Combine(folder, path.TrimStart('~').TrimStart('/'));
    }

    private sealed class PlainJsonSerializer : IConfigurationEditorJsonSerializer
    {
        private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

        public string Serialize(object? input) => JsonSerializer.Serialize(input, Options);

        public T? Deserialize<T>(string input) => JsonSerializer.Deserialize<T>(input, Options);

        public bool TryDeserialize<T>(object input, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value)
            where T : class
        {
            value = input is string text ? Deserialize<T>(text) : null;
            return value is not null;
        }
    }
}

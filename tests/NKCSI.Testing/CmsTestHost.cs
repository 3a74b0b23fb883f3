using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NKCSI.Cms.Hosting;
using NKCSI.Cms.Hosting.Boot;
using NKCSI.Cms.Hosting.Lifecycle;
using NKCSI.Cms.Publishing;
using NKCSI.Cms.Storage;
using NKCSI.Cms.Storage.Schema;
using NKCSI.Testing.Unpublished;

namespace NKCSI.Testing;

/// <summary>
/// The real host, Core on its storage, on a SQLite file with Umbraco's seeds in a folder of its own that goes with it.
/// Recurring work does not run by itself.
/// </summary>
public sealed class CmsTestHost : IAsyncDisposable
{
    private static readonly SemaphoreSlim Starting = new(1, 1);
    private readonly WebApplication _host;

    private CmsTestHost(WebApplication host, string folder, RecordedLog log)
    {
        _host = host;
        Folder = folder;
        Log = log;
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>Everything that was logged as a warning or worse.</summary>
    public RecordedLog Log { get; }

    /// <summary>Where the site listens, when it has a pipeline.</summary>
    public Uri Address => new(_host.Urls.Single());

    public IServiceProvider Services => _host.Services;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public static async Task<CmsTestHost> StartAsync(CmsTestHostOptions? options = null)
    {
        options ??= new CmsTestHostOptions();
        var folder = Directory.CreateTempSubdirectory("nkcsi-").FullName;
        var log = new RecordedLog();
        try
        {
            var host = Build(options, folder, log);

            // Core keeps the services of the last started host in a static field and reads it while it starts.
            await Starting.WaitAsync();
            try
            {
                host.Services.GetRequiredService<ICmsSchema>().Install();
                await CmsLifecycle.StartAsync(host.Services, CancellationToken.None);
            }
            finally
            {
                Starting.Release();
            }

            if (options.Web is { } web)
            {
                web(host);
                await host.StartAsync();
            }

            return new CmsTestHost(host, folder, log);
        }
        catch
        {
            Delete(folder);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Get<CmsLifecycle>().StopAsync(CancellationToken.None);
        await _host.DisposeAsync();

        Delete(Folder);
    }

    /// <summary>What the host registers, without building it.</summary>
    public static IServiceCollection Register(CmsTestHostOptions? options = null) =>
        Compose(options ?? new CmsTestHostOptions(), Path.GetTempPath(), new RecordedLog()).Services;

    private static WebApplication Build(CmsTestHostOptions options, string folder, RecordedLog log)
    {
        var builder = Compose(options, folder, log);
        builder.Host.UseDefaultServiceProvider(provider =>
        {
            provider.ValidateOnBuild = options.Validate;
            provider.ValidateScopes = true;
        });
        return builder.Build();
    }

    private static WebApplicationBuilder Compose(CmsTestHostOptions options, string folder, RecordedLog log)
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ContentRootPath = folder, EnvironmentName = Environments.Production }
        );
        // A web application cannot do without a server; it listens only when a test gives it a pipeline.
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Nkcsi:DataFolder"] = folder,
                ["ConnectionStrings:umbracoDbDSN"] =
                    "Data Source=|DataDirectory|/Umbraco.sqlite.db;Cache=Shared;Foreign Keys=True;Pooling=True",
                ["ConnectionStrings:umbracoDbDSN_ProviderName"] = "Microsoft.Data.Sqlite",
            }
        );
        builder.Configuration.AddInMemoryCollection(options.Configuration);
        builder.Logging.AddProvider(log);
        if (options.Clock is { } clock)
        {
            builder.Services.AddSingleton(clock);
        }

        Assembly[] parts = options.Publishing
            ? [typeof(StorageModule).Assembly, typeof(PublishingModule).Assembly]
            : [typeof(StorageModule).Assembly];
        var cms = builder.AddCms(CmsAssemblies.Only([.. parts, .. options.Assemblies]));
        cms.AddCmsStorage();
        if (options.Publishing)
        {
            cms.AddCmsPublishing();
        }
        else
        {
            cms.Services.AddNothingPublished();
        }

        options.Compose?.Invoke(cms);
        cms.BuildCms();
        return builder;
    }

    private static void Delete(string folder)
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Hosting.Lifecycle;

/// <summary>
/// Starts Core in the order of contracts/storage/boot.md 1.9 and stops it again. The database with its schema and seeds
/// must be there before.
/// </summary>
public sealed class CmsLifecycle : IRuntime, IDisposable
{
    private readonly IServiceProvider _services;
    private readonly IEventAggregator _events;
    private readonly ComponentCollection _components;
    private readonly ILogger<CmsLifecycle> _logger;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _isStarted;

    public CmsLifecycle(
        IServiceProvider services,
        IRuntimeState state,
        IEventAggregator events,
        ComponentCollection components,
        IHostApplicationLifetime lifetime,
        ILogger<CmsLifecycle> logger
    )
    {
        ArgumentNullException.ThrowIfNull(lifetime);
        State = state;
        _services = services;
        _events = events;
        _components = components;
        _logger = logger;
        lifetime.ApplicationStarted.Register(() => Announce(new UmbracoApplicationStartedNotification(false)));
        lifetime.ApplicationStopping.Register(() => Announce(new UmbracoApplicationStoppingNotification(false)));
        lifetime.ApplicationStopped.Register(() => Announce(new UmbracoApplicationStoppedNotification(false)));
    }

    /// <inheritdoc />
    public IRuntimeState State { get; }

    /// <summary>
    /// Starts Core with the given services. Call it after the container is built and the schema is installed, before the
    /// server listens: the first request must find urls, navigation and publish status loaded. A second call does nothing.
    /// </summary>
    public static Task StartAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<CmsLifecycle>().StartAsync(ct);

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!_isStarted)
            {
                await StartAsync(isRestarting: false, cancellationToken);
                _isStarted = true;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_isStarted)
            {
                _isStarted = false;
                await _components.TerminateAsync(false, cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stops the components and runs the start again, as after an import that replaced the content model.</summary>
    public async Task RestartAsync()
    {
        await StopAsync(CancellationToken.None);
        await _turn.WaitAsync();
        try
        {
            await StartAsync(isRestarting: true, CancellationToken.None);
            _isStarted = true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private async Task StartAsync(bool isRestarting, CancellationToken ct)
    {
        StaticServiceProvider.Instance = _services;
        StaticApplicationLogging.Initialize(_services.GetRequiredService<ILoggerFactory>());

        // Server texts are in the language of the thread, and a server without a locale has none.
        var language = _services.GetRequiredService<IOptions<GlobalSettings>>().Value.DefaultUILanguage;
        CultureInfo.DefaultThreadCurrentUICulture ??= CultureInfo.GetCultureInfo(language);
        try
        {
            State.Configure(RuntimeLevel.Run, RuntimeLevelReason.Run);
            await _events.PublishAsync(new PostRuntimePremigrationsUpgradeNotification(), ct);
            await _components.InitializeAsync(isRestarting, ct);
            await _events.PublishAsync(new UmbracoApplicationStartingNotification(RuntimeLevel.Run, isRestarting), ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            State.Configure(RuntimeLevel.BootFailed, RuntimeLevelReason.BootFailedOnException, exception);
            throw;
        }
    }

    private void Announce(INotification notification)
    {
        try
        {
            _events.Publish(notification);
        }
        catch (Exception exception)
        {
            // The host is past the point where it could do anything about it; the other listeners still get their turn.
            _logger.LogError(exception, "A handler of {Notification} failed", notification.GetType().Name);
        }
    }
}

using System.Collections.ObjectModel;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration;
using Umbraco.Cms.Core.Exceptions;
using Umbraco.Cms.Core.Semver;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Hosting.Lifecycle;

/// <summary>
/// How far the start has come. The level becomes <see cref="RuntimeLevel.Run"/> by <see cref="CmsLifecycle"/>, once the
/// database is there: this host installs and opens databases, it does not upgrade older ones.
/// </summary>
internal sealed class CmsRuntimeState(IUmbracoVersion version) : IRuntimeState
{
    private volatile State _state = new(RuntimeLevel.Boot, RuntimeLevelReason.Unknown, null);

    public Version Version => version.Version;

    public string VersionComment => version.Comment;

    public SemVersion SemanticVersion => version.SemanticVersion;

    public RuntimeLevel Level => _state.Level;

    public RuntimeLevelReason Reason => _state.Reason;

    /// <inheritdoc cref="FinalMigrationState"/>
    public string? CurrentMigrationState => Level == RuntimeLevel.Run ? FinalMigrationState : null;

    /// <summary>The upgrade state of the schema that this host creates (contracts/storage/gap-17.8.md).</summary>
    public string? FinalMigrationState => "{3F9B6A1C-7D84-4E2B-9C15-6A2E8F3D5B47}";

    public BootFailedException? BootFailedException => _state.Failure;

    public IReadOnlyDictionary<string, object> StartupState { get; } = ReadOnlyDictionary<string, object>.Empty;

    public void DetermineRuntimeLevel()
    {
        // The lifecycle sets the level; there is nothing else that it could depend on.
    }

    public void Configure(RuntimeLevel level, RuntimeLevelReason reason, Exception? bootFailedException = null) =>
        _state = new State(
            level,
            reason,
            bootFailedException is null
                ? null
                : bootFailedException as BootFailedException
                    ?? new BootFailedException(bootFailedException.Message, bootFailedException)
        );

    private sealed record State(RuntimeLevel Level, RuntimeLevelReason Reason, BootFailedException? Failure);
}

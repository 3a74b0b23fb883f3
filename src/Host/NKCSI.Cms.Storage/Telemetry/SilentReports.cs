using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Semver;

namespace NKCSI.Cms.Storage.Telemetry;

#pragma warning disable CS0618 // Core still asks for both contracts; its own classes would report to Umbraco's servers.

/// <summary>In the place of Core's classes that report installations and ask for upgrades at Umbraco's servers: it does neither.</summary>
internal sealed class SilentReports : IInstallationRepository, IUpgradeCheckRepository
{
    public Task SaveInstallLogAsync(InstallLog installLog) => Task.CompletedTask;

    public Task<UpgradeResult> CheckUpgradeAsync(SemVersion version) =>
        Task.FromResult(new UpgradeResult("None", string.Empty, string.Empty));
}

#pragma warning restore CS0618

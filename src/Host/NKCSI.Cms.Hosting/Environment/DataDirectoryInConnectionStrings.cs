using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace NKCSI.Cms.Hosting.Environment;

/// <summary>
/// Puts the data folder where the connection string says <c>|DataDirectory|</c>. Core itself asks the process-wide
/// <see cref="AppDomain"/>, which several hosts in one process (tests) would overwrite for one another.
/// </summary>
internal sealed class DataDirectoryInConnectionStrings(DataFolder data) : IPostConfigureOptions<ConnectionStrings>
{
    public void PostConfigure(string? name, ConnectionStrings options) =>
        options.ConnectionString = options.ConnectionString?.Replace(
            "|DataDirectory|",
            data.Root,
            StringComparison.Ordinal
        );
}

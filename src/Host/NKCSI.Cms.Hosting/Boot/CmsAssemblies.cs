using System.Reflection;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.Composing;

namespace NKCSI.Cms.Hosting.Boot;

/// <summary>
/// Where Core looks for composers, editors, converters, refreshers and whatever else it discovers by type.
/// </summary>
public sealed class CmsAssemblies
{
    private readonly Assembly? _entry;
    private readonly Assembly[] _more;

    private CmsAssemblies(Assembly? entry, Assembly[] more)
    {
        _entry = entry;
        _more = more;
    }

    /// <summary>Every assembly beside <paramref name="entry"/> that refers to Umbraco, as a genuine site does it.</summary>
    public static CmsAssemblies BesideOf(Assembly entry, params Assembly[] more)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new CmsAssemblies(entry, more);
    }

    /// <summary>Core, this host's boot and exactly the given ones: what a test wants.</summary>
    public static CmsAssemblies Only(params Assembly[] assemblies) => new(null, assemblies);

    internal IAssemblyProvider ToProvider(ILoggerFactory loggerFactory) =>
        new Provider(
            _entry is null
                ? null
                : new DefaultUmbracoAssemblyProvider(_entry, loggerFactory, additionalTargetAssemblies: null),
            _more
        );

    private sealed class Provider(IAssemblyProvider? discovered, Assembly[] more) : IAssemblyProvider
    {
        public IEnumerable<Assembly> Assemblies { get; } =
            (discovered?.Assemblies ?? [])
                .Concat([typeof(IComposer).Assembly, typeof(CmsAssemblies).Assembly, .. more])
                .Distinct()
                .ToArray();
    }
}

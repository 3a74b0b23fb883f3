using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Umbraco.Cms.Core.DependencyInjection;

namespace NKCSI.Testing;

/// <summary>What a test wants to be different.</summary>
public sealed class CmsTestHostOptions
{
    /// <summary>
    /// Whether the published side of the host (caches, routing, property editors) is there. Without it nothing is
    /// published to readers and most property editors are unknown.
    /// </summary>
    public bool Publishing { get; init; }

    /// <summary>The clock of our own code, for instance a <c>FakeTimeProvider</c>. Core's editing reads the system's.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Settings over the usual ones.</summary>
    public IDictionary<string, string?> Configuration { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Assemblies whose composers, editors and the like are discovered beside Core's.</summary>
    public IReadOnlyCollection<Assembly> Assemblies { get; init; } = [];

    /// <summary>Registrations over those of the host; runs before the composers.</summary>
    public Action<IUmbracoBuilder>? Compose { get; init; }

    /// <summary>The pipeline of a site that listens; without it nothing does, and hosted services stay still.</summary>
    public Action<WebApplication>? Web { get; init; }

    /// <summary>Whether the container checks at once that it can make every service.</summary>
    public bool Validate { get; init; }
}

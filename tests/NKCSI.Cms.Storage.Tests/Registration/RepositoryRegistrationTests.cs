using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.DynamicRoot.QuerySteps;
using Umbraco.Cms.Core.Logging;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Registration;

public sealed class RepositoryRegistrationTests
{
    /// <summary>Shapes that the repositories share; nobody asks the container for them.</summary>
    private static readonly HashSet<Type> Shapes =
    [
        typeof(IEntityContainerRepository),
        typeof(IFileRepository),
        typeof(IFileWithFoldersRepository),
    ];

    /// <summary>What Core's user service asks of the container by name, so that no constructor shows it.</summary>
    private static readonly Type[] AskedByName =
    [
        typeof(IBackOfficeUserStore),
        typeof(ICoreBackOfficeUserManager),
        typeof(IBackOfficePasswordChanger),
    ];

    /// <summary>All but the obsolete ones, which Core answers itself.</summary>
    public static TheoryData<Type> Contracts =>
        [
            .. typeof(IEntityRepository)
                .Assembly.GetExportedTypes()
                .Where(type =>
                    type.IsInterface
                    && !type.IsGenericType
                    && type.Namespace == typeof(IEntityRepository).Namespace
                    && !Shapes.Contains(type)
                    && type.GetCustomAttribute<ObsoleteAttribute>() is null
                ),
            typeof(IDynamicRootRepository),
            typeof(IBackOfficeUserReader),
            typeof(IUserIdKeyResolver),
            .. AskedByName,
        ];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void AddCmsStorage_EveryContract_HasExactlyOneImplementation(Type contract)
    {
        Assert.Single(Services(), service => service.ServiceType == contract);
    }

    private static ServiceCollection Services()
    {
        var services = new ServiceCollection();
        var finder = new TypeFinder(
            NullLogger<TypeFinder>.Instance,
            new NoAssemblies(),
            [],
            new TypeFinderConfig(Options.Create(new TypeFinderSettings()))
        );
        new UmbracoBuilder(
            services,
            new ConfigurationBuilder().Build(),
            new TypeLoader(finder, NullLogger<TypeLoader>.Instance),
            NullLoggerFactory.Instance,
            new NoopProfiler(),
            AppCaches.Disabled
        ).AddCmsStorage();
        return services;
    }

    private sealed class NoAssemblies : IAssemblyProvider
    {
        public IEnumerable<Assembly> Assemblies => [];
    }
}

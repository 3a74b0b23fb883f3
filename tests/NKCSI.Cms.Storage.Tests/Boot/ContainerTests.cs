using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using NKCSI.Testing;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Runtime;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Boot;

public class ContainerTests
{
    [Fact]
    public async Task Build_AllParts_EveryServiceCanBeMade()
    {
        IServiceCollection? registered = null;
        await using var host = await CmsTestHost.StartAsync(
            new CmsTestHostOptions
            {
                Validate = true,
                Publishing = true,
                Compose = builder => registered = builder.Services,
            }
        );

        await using var scope = host.Services.CreateAsyncScope();
        var failures = new List<string>();
        foreach (var service in registered!.Select(item => item.ServiceType).Distinct())
        {
            if (service.IsGenericTypeDefinition)
            {
                continue;
            }

            try
            {
                _ = scope.ServiceProvider.GetServices(service).ToArray();
            }
            catch (Exception exception)
            {
                failures.Add($"{service}: {exception.Message}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public void Register_AllParts_HaveEveryInterfaceThatCoreAsksFor()
    {
        var known = CmsTestHost
            .Register(new CmsTestHostOptions { Publishing = true })
            .Select(item => item.ServiceType)
            .ToHashSet();
        var core = typeof(IUmbracoBuilder).Assembly;

        var missing =
            from type in core.GetTypes()
            where type is { IsClass: true, IsAbstract: false, IsPublic: true }
            where known.Contains(type) || type.GetInterfaces().Any(known.Contains)
            from constructor in type.GetConstructors()
            where constructor.GetCustomAttribute<ObsoleteAttribute>() is null
            from parameter in constructor.GetParameters()
            let wanted = Unwrap(parameter.ParameterType)
            where wanted.IsInterface && wanted.Assembly == core && !wanted.IsGenericType && !parameter.HasDefaultValue
            where !known.Contains(wanted) && !MadeByTheBoot.Contains(wanted)
            group type.Name by wanted.FullName into wants
            orderby wants.Key
            select $"{wants.Key} <- {string.Join(", ", wants.Distinct().Order().Take(3))}";

        Assert.True(!missing.Any(), string.Join('\n', missing));
    }

    /// <summary>Arguments of objects that the boot makes itself, and of Core's lock between processes, which it replaces.</summary>
    private static readonly Type[] MadeByTheBoot =
    [
        typeof(IAssemblyProvider),
        typeof(IFileSystem),
        typeof(IMainDomLock),
    ];

    private static Type Unwrap(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Lazy<>) ? type.GenericTypeArguments[0] : type;
}

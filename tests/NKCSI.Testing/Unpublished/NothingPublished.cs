using System.Collections;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Testing.Unpublished;

/// <summary>
/// The published side of the host for tests of the storage alone: no published content, no domains, and refreshes go
/// nowhere.
/// </summary>
internal static class NothingPublished
{
    public static IServiceCollection AddNothingPublished(this IServiceCollection services)
    {
        services.AddSingleton(Empty<ICacheManager>());
        services.AddSingleton(Empty<IDocumentCacheService>());
        services.AddSingleton(Empty<IMediaCacheService>());
        services.AddSingleton(Empty<IDomainCache>());
        services.AddSingleton(Empty<IDomainCacheService>());
        services.AddSingleton(Empty<IPublishedContentCache>());
        services.AddSingleton(Empty<IPublishedMediaCache>());
        services.AddSingleton(Empty<IPublishedMemberCache>());
        services.AddSingleton(Empty<IPublishedContentTypeCache>());
        services.AddSingleton(Empty<IContentLastChanceFinder>());
        services.AddSingleton<IUmbracoContextFactory, Contexts>();
        return services;
    }

    private static T Empty<T>()
        where T : class => DispatchProxy.Create<T, EmptyProxy>();

    private sealed class Contexts(IUmbracoContextAccessor accessor) : IUmbracoContextFactory
    {
        public UmbracoContextReference EnsureUmbracoContext()
        {
            if (accessor.TryGetUmbracoContext(out var current))
            {
                return new UmbracoContextReference(current, isRoot: false, accessor);
            }

            var context = Empty<IUmbracoContext>();
            accessor.Set(context);
            return new UmbracoContextReference(context, isRoot: true, accessor);
        }
    }
}

/// <summary>Answers every question with nothing: null, zero, no items, a finished task.</summary>
public class EmptyProxy : DispatchProxy
{
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        foreach (var parameter in targetMethod.GetParameters())
        {
            if (parameter.IsOut)
            {
                args![parameter.Position] = Nothing(parameter.ParameterType.GetElementType()!);
            }
        }

        return targetMethod.ReturnType switch
        {
            var type when type == typeof(IAppCache) => NoAppCache.Instance,
            var type when targetMethod.IsSpecialName && IsCache(type) => CreateProxy(type),
            var type => Nothing(type),
        };
    }

    private static bool IsCache(Type type) => type.IsInterface && type.Name.EndsWith("Cache", StringComparison.Ordinal);

    private static object CreateProxy(Type type) => Create(type, typeof(EmptyProxy));

    private static object? Nothing(Type type)
    {
        if (type == typeof(void))
        {
            return null;
        }

        if (type == typeof(Task))
        {
            return Task.CompletedTask;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
        {
            var result = type.GenericTypeArguments[0];
            return typeof(Task)
                .GetMethod(nameof(Task.FromResult))!
                .MakeGenericMethod(result)
                .Invoke(null, [Nothing(result)]);
        }

        if (type == typeof(string))
        {
            return string.Empty;
        }

        if (type.IsInterface && typeof(IEnumerable).IsAssignableFrom(type))
        {
            return type.GenericTypeArguments switch
            {
                [var item] => Array.CreateInstance(item, 0),
                [var key, var value] => Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value)),
                _ => null,
            };
        }

        return type.IsValueType ? Activator.CreateInstance(type) : null;
    }
}

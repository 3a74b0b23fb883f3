using System.Collections;
using System.Collections.Concurrent;
using Umbraco.Cms.Core.Mapping;

namespace NKCSI.Cms.Hosting.Mapping;

/// <summary>
/// Runs the maps that <see cref="IMapDefinition"/>s define. A map serves its source type and everything derived from it;
/// the target is exact. Sequences map item by item, to arrays, lists and <see cref="IEnumerable{T}"/>.
/// </summary>
internal sealed class DefinedMapper : IUmbracoMapper
{
    private readonly ConcurrentDictionary<(Type Source, Type Target), Definition?> _definitions = new();

    public DefinedMapper(MapDefinitionCollection definitions)
    {
        foreach (var definition in definitions)
        {
            definition.DefineMaps(this);
        }
    }

    public void Define<TSource, TTarget>() => Define<TSource, TTarget>(CannotCreate<TSource, TTarget>, Keep);

    public void Define<TSource, TTarget>(Action<TSource, TTarget, MapperContext> map) =>
        Define(CannotCreate<TSource, TTarget>, map);

    public void Define<TSource, TTarget>(Func<TSource, MapperContext, TTarget> ctor) => Define(ctor, Keep);

    public void Define<TSource, TTarget>(
        Func<TSource, MapperContext, TTarget> ctor,
        Action<TSource, TTarget, MapperContext> map
    ) =>
        _definitions[(typeof(TSource), typeof(TTarget))] = new Definition(
            (source, context) => ctor((TSource)source, context)!,
            (source, target, context) => map((TSource)source, (TTarget)target, context)
        );

    public TTarget? Map<TTarget>(object? source) => Map<TTarget>(source, new MapperContext(this));

    public TTarget? Map<TTarget>(object? source, Action<MapperContext> f) => Map<TTarget>(source, Prepared(f));

    public TTarget? Map<TTarget>(object? source, MapperContext context) =>
        source is null ? default : (TTarget)New(source, source.GetType(), typeof(TTarget), context);

    public TTarget? Map<TSource, TTarget>(TSource? source) => Map<TSource, TTarget>(source, new MapperContext(this));

    public TTarget? Map<TSource, TTarget>(TSource? source, Action<MapperContext> f) =>
        Map<TSource, TTarget>(source, Prepared(f));

    public TTarget? Map<TSource, TTarget>(TSource? source, MapperContext context) =>
        source is null ? default : (TTarget)New(source, typeof(TSource), typeof(TTarget), context);

    public TTarget Map<TSource, TTarget>(TSource source, TTarget target) =>
        Map(source, target, new MapperContext(this));

    public TTarget Map<TSource, TTarget>(TSource source, TTarget target, Action<MapperContext> f) =>
        Map(source, target, Prepared(f));

    public TTarget Map<TSource, TTarget>(TSource source, TTarget target, MapperContext context)
    {
        if (source is null || target is null)
        {
            return target;
        }

        var definition = Find(typeof(TSource), typeof(TTarget)) ?? throw Unknown(typeof(TSource), typeof(TTarget));
        definition.Map(source, target, context);
        return target;
    }

    public List<TTargetElement> MapEnumerable<TSourceElement, TTargetElement>(IEnumerable<TSourceElement> source) =>
        MapEnumerable<TSourceElement, TTargetElement>(source, new MapperContext(this));

    public List<TTargetElement> MapEnumerable<TSourceElement, TTargetElement>(
        IEnumerable<TSourceElement> source,
        Action<MapperContext> f
    ) => MapEnumerable<TSourceElement, TTargetElement>(source, Prepared(f));

    public List<TTargetElement> MapEnumerable<TSourceElement, TTargetElement>(
        IEnumerable<TSourceElement> source,
        MapperContext context
    ) => [.. source.Select(item => Map<TSourceElement, TTargetElement>(item, context)).OfType<TTargetElement>()];

    private MapperContext Prepared(Action<MapperContext> prepare)
    {
        var context = new MapperContext(this);
        prepare(context);
        return context;
    }

    private object New(object source, Type sourceType, Type targetType, MapperContext context)
    {
        if (Find(sourceType, targetType) is { } definition)
        {
            return definition.New(source, context);
        }

        if (
            source is IEnumerable items
            && ElementOf(sourceType) is { } sourceElement
            && ElementOf(targetType) is { } targetElement
            && Find(sourceElement, targetElement) is { } ofElements
        )
        {
            return Sequence(items, targetType, targetElement, ofElements, context);
        }

        throw Unknown(sourceType, targetType);
    }

    private static object Sequence(
        IEnumerable items,
        Type targetType,
        Type targetElement,
        Definition definition,
        MapperContext context
    )
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(targetElement))!;
        foreach (var item in items)
        {
            list.Add(definition.New(item, context));
        }

        if (!targetType.IsArray)
        {
            return list;
        }

        var array = Array.CreateInstance(targetElement, list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    /// <summary>The map of the type itself, else of its bases from the nearest on, else of an interface.</summary>
    private Definition? Find(Type source, Type target) =>
        _definitions.TryGetValue((source, target), out var known) ? known : Inherit(source, target);

    private Definition? Inherit(Type source, Type target)
    {
        for (var type = source.BaseType; type is not null; type = type.BaseType)
        {
            if (_definitions.TryGetValue((type, target), out var found) && found is not null)
            {
                return _definitions[(source, target)] = found;
            }
        }

        foreach (var type in source.GetInterfaces())
        {
            if (_definitions.TryGetValue((type, target), out var found) && found is not null)
            {
                return _definitions[(source, target)] = found;
            }
        }

        return null;
    }

    private static Type? ElementOf(Type type)
    {
        if (type.IsArray)
        {
            return type.GetElementType();
        }

        return type.GetInterfaces()
            .Prepend(type)
            .FirstOrDefault(candidate =>
                candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            )
            ?.GenericTypeArguments[0];
    }

    private static InvalidOperationException Unknown(Type source, Type target) =>
        new($"No map is defined from '{source.FullName}' to '{target.FullName}'.");

    private static TTarget CannotCreate<TSource, TTarget>(TSource source, MapperContext context) =>
        throw new InvalidOperationException($"The map to '{typeof(TTarget).FullName}' needs a target to fill.");

    private static void Keep<TSource, TTarget>(TSource source, TTarget target, MapperContext context)
    {
        // The constructor function has said it all.
    }

    private sealed record Definition(
        Func<object, MapperContext, object> Create,
        Action<object, object, MapperContext> Map
    )
    {
        public object New(object source, MapperContext context)
        {
            var target = Create(source, context);
            Map(source, target, context);
            return target;
        }
    }
}

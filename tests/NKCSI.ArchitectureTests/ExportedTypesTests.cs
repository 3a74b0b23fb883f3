using System.Reflection;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DeliveryApi;

namespace NKCSI.ArchitectureTests;

/// <summary>
/// <c>internal sealed</c> is the default. Public is the way into a project, its ports, what Core discovers by type, and
/// whatever these name in their signatures; anything else is listed below with its reason.
/// </summary>
public sealed class ExportedTypesTests
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["NKCSI.Catalogue.Facets.CatalogueFacets"] = "names of facets that the pages share with the index",
        ["NKCSI.Catalogue.Vocabularies.ControlledVocabularies"] = "the pages show terms by name",
        ["NKCSI.Cms.Hosting.Environment.DataFolder"] = "the composition root serves media and writes logs there",
        ["NKCSI.Cms.Hosting.Lifecycle.CmsLifecycle"] = "the composition root starts and stops Core",
        ["NKCSI.Cms.Storage.Users.OneTimePassword"] = "the first start shows it",
        ["NKCSI.Cms.Sync.SyncSettings"] = "bound from the configuration by its own name",
    };

    private static readonly Type[] Discovered =
    [
        typeof(IComposer),
        typeof(IContentIndexHandler),
        typeof(ISelectorHandler),
        typeof(IFilterHandler),
        typeof(ISortHandler),
    ];

    [Theory]
    [MemberData(nameof(House.AllProjects), MemberType = typeof(House))]
    public void PublicTypes_AnyProject_AreItsContract(string project)
    {
        var assembly = House.Load(project);
        var contract = new HashSet<Type>();
        foreach (var type in assembly.GetExportedTypes().Where(IsRoot))
        {
            Add(type, contract, assembly);
        }

        Assert.Empty(assembly.GetExportedTypes().Except(contract).Select(type => type.FullName));
    }

    [Fact]
    public void Exceptions_AllOfThem_AreStillThere()
    {
        var exported = House.Platform.Concat(House.Host).SelectMany(project => House.Load(project).GetExportedTypes());

        Assert.Empty(Exceptions.Keys.Except(exported.Select(type => type.FullName!)));
    }

    private static bool IsRoot(Type type) =>
        type.IsInterface
        || IsWayIn(type)
        || Exceptions.ContainsKey(type.FullName!)
        || Array.Exists(Discovered, kind => kind.IsAssignableFrom(type));

    /// <summary>A static class of extension methods in the root of its project, such as <c>StorageModule</c>.</summary>
    private static bool IsWayIn(Type type) =>
        type is { IsAbstract: true, IsSealed: true }
        && type.Namespace == type.Assembly.GetName().Name
        && (
            type.Name.EndsWith("Module", StringComparison.Ordinal)
            || type.Name.EndsWith("Middleware", StringComparison.Ordinal)
        );

    private static void Add(Type type, HashSet<Type> contract, Assembly assembly)
    {
        foreach (var part in PartsOf(type).Where(part => part.Assembly == assembly))
        {
            if (contract.Add(part))
            {
                foreach (var named in NamedBy(part))
                {
                    Add(named, contract, assembly);
                }
            }
        }
    }

    /// <summary>The type without arrays and references around it, and the types between its angle brackets.</summary>
    private static IEnumerable<Type> PartsOf(Type type)
    {
        if (type.HasElementType)
        {
            return PartsOf(type.GetElementType()!);
        }

        return type.IsGenericType
            ? type.GetGenericArguments().SelectMany(PartsOf).Append(type.GetGenericTypeDefinition())
            : [type];
    }

    private static IEnumerable<Type> NamedBy(Type type)
    {
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetMethods(Declared)
            .SelectMany(method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType))
            .Concat(type.GetConstructors(Declared).SelectMany(c => c.GetParameters().Select(p => p.ParameterType)))
            .Concat(type.GetFields(Declared).Select(field => field.FieldType))
            .Concat(type.GetInterfaces())
            .Concat(type.BaseType is { } ancestor ? [ancestor] : []);
    }
}

using Umbraco.Cms.Core.Events;

namespace NKCSI.ArchitectureTests;

/// <summary><c>docs/events.md</c> says who listens to what.</summary>
public sealed class EventTests
{
    private static readonly Type[] Handlers = [typeof(INotificationHandler<>), typeof(INotificationAsyncHandler<>)];

    [Fact]
    public void Listeners_OfBothHalves_AreDocumented()
    {
        var documented = Documents
            .CodesByRow("docs/events.md")
            .SelectMany(row => row.Skip(1).Select(listener => $"{row[0]} -> {listener}"))
            .ToList();
        var listeners = Listeners().ToList();

        Assert.Empty(listeners.Except(documented, StringComparer.Ordinal));
        Assert.Empty(documented.Except(listeners, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Listeners() =>
        from project in House.Platform.Concat(House.Host)
        from type in House.Load(project).GetTypes()
        where type is { IsClass: true, IsAbstract: false }
        from contract in type.GetInterfaces()
        where contract.IsGenericType && Handlers.Contains(contract.GetGenericTypeDefinition())
        let notification = contract.GetGenericArguments()[0]
        where !notification.IsGenericParameter
        select $"{notification.Name} -> {type.Name}";
}

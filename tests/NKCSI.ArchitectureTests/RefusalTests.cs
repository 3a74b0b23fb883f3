using System.Reflection;

namespace NKCSI.ArchitectureTests;

/// <summary>
/// The platform refuses with values of a type named <c>DomainError</c>, kept in static fields, each with a stable
/// <c>Code</c> that <c>docs/errors.md</c> explains. No module refuses anything yet, so the search itself is tested too.
/// </summary>
public sealed class RefusalTests
{
    [Fact]
    public void DomainErrors_OfThePlatform_AreDocumented()
    {
        var codes = House.Platform.SelectMany(project => CodesIn(House.Load(project).GetTypes()));

        Assert.Equal(Documents.CodesByRow("docs/errors.md").Select(row => row[0]).Order(), codes.Order());
    }

    [Fact]
    public void Search_TypeWithErrors_FindsTheirCodes()
    {
        Assert.Equal(["review.alreadyConcluded", "review.notFound"], CodesIn([typeof(ReviewErrors)]).Order());
    }

    private static IEnumerable<string> CodesIn(IEnumerable<Type> types) =>
        types
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.FieldType.Name == "DomainError")
            .Select(field => field.GetValue(null)!)
            .Select(error => (string)error.GetType().GetProperty("Code")!.GetValue(error)!);

    private sealed record DomainError(string Code);

    private static class ReviewErrors
    {
        public static readonly DomainError NotFound = new("review.notFound");

        public static DomainError AlreadyConcluded { get; } = new("review.alreadyConcluded");
    }
}

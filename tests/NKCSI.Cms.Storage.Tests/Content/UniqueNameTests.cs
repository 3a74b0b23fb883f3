using NKCSI.Cms.Storage.Content;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Content;

public sealed class UniqueNameTests
{
    [Theory]
    [InlineData("Иновация", "", "Иновация")]
    [InlineData("Иновация", "Друга", "Иновация")]
    [InlineData("Иновация", "иновация", "Иновация (1)")]
    [InlineData("Иновация", "Иновация|Иновация (1)", "Иновация (2)")]
    [InlineData("Иновация", "Иновация|Иновация (2)", "Иновация (1)")]
    [InlineData("Глава (2)", "Глава (2)", "Глава (2) (1)")]
    [InlineData("Глава (2)", "Глава|Глава (2)", "Глава (1)")]
    [InlineData("Глава (1)", "Глава|Глава (1)|Глава (2)", "Глава (3)")]
    [InlineData("Глава (2)", "Глава (2)|Глава (2) (1)", "Глава (2) (2)")]
    [InlineData("Глава (0)", "Глава (0)", "Глава (0) (1)")]
    public void Among_NamesOfSiblings_TakesTheFirstFreeNumber(string name, string others, string expected) =>
        Assert.Equal(expected, UniqueName.Among(others.Split('|', StringSplitOptions.RemoveEmptyEntries), name));
}

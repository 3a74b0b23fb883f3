using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Sync.Tests.Values;

public sealed class StoredValueTests
{
    [Theory]
    [InlineData("True", 1)]
    [InlineData("false", 0)]
    [InlineData("1", 1)]
    [InlineData(" 42 ", 42)]
    public void FromFile_IntegerStorage_BecomesANumber(string text, int expected) =>
        Assert.Equal(expected, StoredValue.FromFile(text, ValueStorageType.Integer, "Properties/a"));

    [Fact]
    public void FromFile_DecimalStorage_IsReadWithAPoint() =>
        Assert.Equal(12.5m, StoredValue.FromFile("12.50", ValueStorageType.Decimal, "Properties/a"));

    [Fact]
    public void FromFile_DateStorage_KeepsTheClockTime() =>
        Assert.Equal(
            new DateTime(2026, 6, 15, 23, 0, 0, DateTimeKind.Unspecified),
            StoredValue.FromFile("2026-06-15T23:00:00", ValueStorageType.Date, "Properties/a")
        );

    [Theory]
    [InlineData(ValueStorageType.Integer, "двадесет", "NotANumber")]
    [InlineData(ValueStorageType.Date, "вчера", "NotADate")]
    public void FromFile_UnfitText_NamesTheElement(ValueStorageType storage, string text, string code)
    {
        var refused = Assert.Throws<SyncFileException>(() => StoredValue.FromFile(text, storage, "Properties/a"));

        Assert.Equal("Properties/a", refused.Problem.Element);
        Assert.Equal(code, refused.Problem.Code);
    }

    [Theory]
    [InlineData(ValueStorageType.Ntext)]
    [InlineData(ValueStorageType.Integer)]
    public void FromFile_EmptyText_IsNoValue(ValueStorageType storage) =>
        Assert.Null(StoredValue.FromFile("  ", storage, "Properties/a"));

    [Fact]
    public void Canonical_LineEndsOfAnotherSystem_AreEqual() =>
        Assert.Equal(StoredValue.Canonical("а\nб"), StoredValue.Canonical("а\r\nб"));

    [Fact]
    public void Canonical_NumberWithTrailingZeros_IsEqual() =>
        Assert.Equal(StoredValue.Canonical(12.5m), StoredValue.Canonical(12.500m));
}

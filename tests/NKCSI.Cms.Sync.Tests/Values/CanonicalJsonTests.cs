using NKCSI.Cms.Sync.Values;

namespace NKCSI.Cms.Sync.Tests.Values;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b": 1, "a": [ 1, 2 ] }""", """{"a":[1,2],"b":1}""")]
    [InlineData("""{"a":null,"b":"x"}""", """{"b":"x"}""")]
    [InlineData("""{"value":"[{\"key\":\"1\"}]"}""", """{"value":[{"key":"1"}]}""")]
    [InlineData("""{"text":"\u0418\u043D"}""", """{"text":"Ин"}""")]
    public void OfText_SameMeaningInAnotherForm_IsEqual(string left, string right) =>
        Assert.Equal(CanonicalJson.OfText(left), CanonicalJson.OfText(right));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("""{"a":""}""", "{}")]
    [InlineData("""{"a":"1"}""", """{"a":1}""")]
    public void OfText_AnotherMeaning_Differs(string left, string right) =>
        Assert.NotEqual(CanonicalJson.OfText(left), CanonicalJson.OfText(right));

    [Theory]
    [InlineData("<p>[текст]</p>")]
    [InlineData("[без край")]
    [InlineData("{това не е JSON}")]
    [InlineData("")]
    public void OfText_PlainText_StaysAsItIs(string text) => Assert.Equal(text, CanonicalJson.OfText(text));

    [Fact]
    public void Compact_PrettyJson_IsWrittenAsUmbracoStoresIt()
    {
        Assert.True(CanonicalJson.TryParse("{\n  \"b\": \"<p>Ин</p>\",\n  \"a\": null\n}", out var json));

        Assert.Equal("""{"b":"\u003Cp\u003E\u0418\u043D\u003C/p\u003E","a":null}""", CanonicalJson.Compact(json));
    }
}

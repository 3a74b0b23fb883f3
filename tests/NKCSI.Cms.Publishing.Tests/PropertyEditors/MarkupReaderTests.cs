using System.Text;
using NKCSI.Cms.Publishing.Html;
using Xunit;

namespace NKCSI.Cms.Publishing.Tests.PropertyEditors;

public sealed class MarkupReaderTests
{
    [Theory]
    [InlineData("<p>Tea &amp; coffee &nbsp;<br>x</p>")]
    [InlineData("<p class=\"lead\">a <b>b</b></p>\n<hr><ul><li>1</li><li>2</li></ul>")]
    [InlineData("<iframe src=\"https://example.com/\" allowfullscreen></iframe>")]
    [InlineData("a < b и <3")]
    [InlineData("<!-- бележка --><p>a</p>")]
    public void Read_WellFormedMarkup_IsWrittenAsItWas(string markup) => Assert.Equal(markup, Again(markup));

    [Theory]
    [InlineData("<p>one<p>two <b>three", "<p>one</p><p>two <b>three</b></p>")]
    [InlineData("<ul><li>1<li>2</ul>", "<ul><li>1</li><li>2</li></ul>")]
    [InlineData("<P CLASS='x'>a<BR/></P>", "<p class=\"x\">a<br></p>")]
    [InlineData("<p>a</b></p></div>b", "<p>a</p>b")]
    [InlineData("<p", "<p")]
    [InlineData("<a href='x", "<a href='x")]
    public void Read_LooseMarkup_IsClosedAsABrowserDoes(string markup, string expected) =>
        Assert.Equal(expected, Again(markup));

    private static string Again(string markup)
    {
        var output = new StringBuilder();
        MarkupReader.Read(markup).WriteChildrenTo(output);
        return output.ToString();
    }
}

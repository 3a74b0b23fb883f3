using NKCSI.Cms.Publishing.Html;
using Xunit;

namespace NKCSI.Cms.Publishing.Tests.PropertyEditors;

public sealed class MarkdownTests
{
    private readonly StoredMarkdownSanitizer _sanitizer = new(new StoredHtmlSanitizer());
    private readonly MarkdigConverter _converter = new(new StoredHtmlSanitizer());

    [Theory]
    [InlineData("# Заглавие\n\nДуми с *наклон* и [връзка](https://example.com \"заглавие\")\n\n* едно\n* две")]
    [InlineData("> цитат\n\n`<script>` в код\n\n    <script>alert(1)</script>")]
    [InlineData("Ред с <b>HTML</b> и <https://example.com/>")]
    [InlineData("[вътре](/{localLink:5d13ceef-0860-51a1-bdfe-b29e2a834aa9})")]
    [InlineData("a < b && c > d")]
    public void Sanitize_HarmlessMarkdown_LeavesEveryCharacter(string markdown) =>
        Assert.Equal(markdown, _sanitizer.Sanitize(markdown));

    [Theory]
    [InlineData("a <script>alert(1)</script> b", "a alert(1) b")]
    [InlineData("<div onclick=\"alert(1)\">a</div>", "<div>a</div>")]
    [InlineData("[a](javascript:alert(1)) и текст", "[a](#) и текст")]
    [InlineData("![a](javascript:alert(1))", "![a](#)")]
    [InlineData("<img src=x onerror=alert(1)> текст", " текст")]
    public void Sanitize_HostileMarkdown_KeepsOnlyTheHarmlessPart(string markdown, string expected) =>
        Assert.Equal(expected, _sanitizer.Sanitize(markdown));

    [Theory]
    [InlineData("[a][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("[1]\n\n[1]: <javascript:alert(1)> \"b\"")]
    [InlineData("<javascript:alert(1)>")]
    public void Sanitize_HostileReference_LeadsNowhere(string markdown) =>
        Assert.DoesNotContain("javascript:", _sanitizer.Sanitize(markdown), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void ToHtml_OfTablesAndLists_IsHtml()
    {
        var html = _converter.ToHtml("# Заглавие\n\n|a|b|\n|-|-|\n|1|~~2~~|\n\nhttps://example.com");

        Assert.Contains("<h1>Заглавие</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<td>1</td>", html, StringComparison.Ordinal);
        Assert.Contains("<del>2</del>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.com\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_OfHostileMarkdown_RunsNothing()
    {
        var html = _converter.ToHtml("<script>alert(1)</script>\n\n[a](javascript:alert(1)) <b onclick=\"x\">b</b>");

        Assert.DoesNotContain("script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onclick", html, StringComparison.OrdinalIgnoreCase);
    }
}

using NKCSI.Cms.Publishing.Html;
using Xunit;

namespace NKCSI.Cms.Publishing.Tests.PropertyEditors;

public sealed class StoredHtmlSanitizerTests
{
    private readonly StoredHtmlSanitizer _sanitizer = new();

    [Theory]
    [InlineData("<p>Здравей <strong>свят</strong> &copy; &nbsp;“цитат”<br />нов ред</p>")]
    [InlineData("<p class=\"lead\" style=\"text-align: center;\" data-note=\"x\">Текст</p>")]
    [InlineData(
        "<a href=\"/{localLink:5d13ceef-0860-51a1-bdfe-b29e2a834aa9}?a=1&amp;b=2#part\" type=\"document\">връзка</a>"
    )]
    [InlineData("<a href=\"{localLink:5d13ceef-0860-51a1-bdfe-b29e2a834aa9}\" type=\"media\">файл</a>")]
    [InlineData("<a href=\"/{localLink:umb://document/6308a1285dd1590d9eb467572def6aee}\">стара връзка</a>")]
    [InlineData(
        "<img data-udi=\"umb://media/467c781860ad5b30870469977f201aab\" src=\"?rmode=max&amp;width=40\" alt=\"Езеро\">"
    )]
    [InlineData("<umb-rte-block data-content-key=\"3265250e-1018-5332-85bd-2e9b5e832876\"></umb-rte-block>")]
    [InlineData(
        "<p>и <umb-rte-block-inline data-content-key=\"0778dd41-e0b3-5eb5-b966-e04a9380f802\"></umb-rte-block-inline></p>"
    )]
    [InlineData("<table><tbody><tr><td colspan=\"2\"><p>Клетка</p></td></tr></tbody></table>")]
    [InlineData(
        "<div class=\"umb-embed-holder\"><iframe src=\"https://example.com/v\" width=\"360\" allowfullscreen></iframe></div>"
    )]
    [InlineData("<p>Текст<!-- бележка --></p>")]
    [InlineData("<a href=\"mailto:ann@example.org\">поща</a> <a href=\"#part\" id=\"part\">част</a>")]
    [InlineData("")]
    public void Sanitize_WhatTheEditorWrites_LeavesEveryCharacter(string html) =>
        Assert.Equal(html, _sanitizer.Sanitize(html));

    [Theory]
    [InlineData("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>")]
    [InlineData("<p onclick=\"alert(1)\">a</p>", "<p>a</p>")]
    [InlineData("<img src=\"x.png\" onerror=\"alert(1)\">", "<img src=\"x.png\">")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\" jAvA&#x09;script:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"data:text/html,<script>alert(1)</script>\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"vbscript:msgbox(1)\">a</a>", "<a>a</a>")]
    [InlineData("<svg onload=\"alert(1)\"><circle/></svg>", "")]
    [InlineData("<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>", "")]
    [InlineData("<form action=\"https://example.com\"><input name=\"q\"></form>", "")]
    [InlineData("<object data=\"x.swf\"></object><embed src=\"x.swf\">", "")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "")]
    [InlineData("<iframe src=\"javascript:alert(1)\"></iframe>", "")]
    [InlineData("<iframe src=\"http://example.com/\"></iframe>", "")]
    [InlineData("<p style=\"background-image: url(javascript:alert(1))\">a</p>", "<p>a</p>")]
    [InlineData("<p style=\"position: fixed; top: 0\">a</p>", "<p>a</p>")]
    [InlineData("<base href=\"https://example.com/\"><meta http-equiv=\"refresh\" content=\"0\"><p>a</p>", "<p>a</p>")]
    [InlineData("<p>a<!--<img src=x onerror=alert(1)>--></p>", "<p>a</p>")]
    [InlineData("<template><script>alert(1)</script></template><p>a</p>", "<p>a</p>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "<img src=\"x\">\"&gt;")]
    [InlineData("<a href=\"/{localLink:x\" onmouseover=\"alert(1)\" y=\"}\">a</a>", "<a href=\"/{localLink:x\">a</a>")]
    public void Sanitize_HostileMarkup_KeepsOnlyTheHarmlessPart(string html, string expected) =>
        Assert.Equal(expected, _sanitizer.Sanitize(html));

    [Fact]
    public void Sanitize_CleanedMarkupAgain_ChangesNothing()
    {
        var once = _sanitizer.Sanitize("<p onclick=x>a<br />b <b>c</p><script>d</script>");

        Assert.Equal(once, _sanitizer.Sanitize(once));
    }
}

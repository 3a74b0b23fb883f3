using NKCSI.Search.Lucene.Analysis;
using Xunit;

namespace NKCSI.Search.Lucene.Tests;

/// <summary>The word pairs that domain/search.md 1 says a stemmer for this catalogue must bring together.</summary>
public sealed class StemmerTests
{
    [Theory]
    [InlineData("организация", "организации", "организациите")]
    [InlineData("иновация", "иновации", "иновацията")]
    [InlineData("обучение", "обучения", "обученията")]
    [InlineData("умение", "умения", "уменията")]
    [InlineData("предприятие", "предприятия")]
    [InlineData("жилище", "жилища")]
    [InlineData("дете", "деца", "децата")]
    [InlineData("място", "места")]
    [InlineData("бежанец", "бежанци", "бежанците")]
    [InlineData("доброволец", "доброволци")]
    [InlineData("младеж", "младежи", "младежите")]
    [InlineData("учител", "учители", "учителите")]
    [InlineData("асистент", "асистента", "асистентът", "асистенти")]
    [InlineData("училище", "училища", "училището")]
    [InlineData("човек", "хора", "хората")]
    [InlineData("голям", "големи", "голямата")]
    [InlineData("промяна", "промени", "промените")]
    [InlineData("услуга", "услуги", "услугите", "услугата")]
    [InlineData("социална", "социални", "социален", "социалните", "социалната")]
    [InlineData("заетост", "заетостта")]
    [InlineData("център", "центъра", "центрове", "центърът")]
    public void Stem_FormsOfOneWord_Meet(params string[] forms) =>
        Assert.Single(forms.Select(BulgarianStemmer.Stem).Distinct(StringComparer.Ordinal));

    [Theory]
    [InlineData("планина", "план")]
    [InlineData("община", "общ")]
    [InlineData("работа", "раб")]
    [InlineData("училище", "учител")]
    public void Stem_DifferentWords_StayApart(string one, string other) =>
        Assert.NotEqual(BulgarianStemmer.Stem(one), BulgarianStemmer.Stem(other));

    [Theory]
    [InlineData("ЕCФ", "есф")] // a Latin C
    [InlineData("Cливен", "сливен")] // a Latin C
    [InlineData("ѝ", "и")]
    [InlineData("\u0438\u0306", "й")]
    [InlineData("стра\u0301на", "страна")]
    [InlineData("COVID", "covid")]
    [InlineData("café", "cafe")]
    public void Fold_LookalikesAccentsAndCase_BecomeOneForm(string typed, string folded) =>
        Assert.Equal(folded, TextNormalization.Fold(typed));
}

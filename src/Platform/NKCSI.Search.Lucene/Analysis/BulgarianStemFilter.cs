using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace NKCSI.Search.Lucene.Analysis;

/// <summary>Stems Cyrillic words; Latin ones pass to the English stemmer behind it.</summary>
internal sealed class BulgarianStemFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;

    public BulgarianStemFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        var word = _term.ToString();
        var stem = BulgarianStemmer.Stem(word);
        if (!ReferenceEquals(stem, word))
        {
            _term.SetEmpty().Append(stem);
        }

        return true;
    }
}

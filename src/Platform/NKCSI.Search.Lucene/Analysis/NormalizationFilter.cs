using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace NKCSI.Search.Lucene.Analysis;

/// <summary>
/// Folds what people type differently into one form: case, accents and stress marks, composed й, and Latin letters that
/// look like Cyrillic ones inside a Cyrillic word (and the reverse). A token filter, so that offsets stay those of the
/// original text. Explicit tables, because <c>string.Normalize</c> does nothing under invariant globalisation.
/// Source: domain/search.md 4.
/// </summary>
internal sealed class NormalizationFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;

    public NormalizationFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        var normalized = TextNormalization.Fold(_term.Buffer.AsSpan(0, _term.Length));
        _term.SetEmpty().Append(normalized);
        return true;
    }
}

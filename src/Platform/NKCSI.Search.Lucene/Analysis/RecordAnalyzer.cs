using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace NKCSI.Search.Lucene.Analysis;

/// <summary>Words, folded and stemmed; the same for both languages, since texts mix them.</summary>
internal sealed class RecordAnalyzer : Analyzer
{
    /// <summary>To be raised when analysis changes: an index of another version is rebuilt.</summary>
    public const int Version = 1;

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var source = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        return new TokenStreamComponents(
            source,
            new PorterStemFilter(new BulgarianStemFilter(new NormalizationFilter(source)))
        );
    }
}

using System.Text.RegularExpressions;

namespace NKCSI.ArchitectureTests;

/// <summary>Tables in the documents below <c>docs</c>.</summary>
internal static partial class Documents
{
    /// <summary>Everything between backticks, row by row of the tables of a document.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> CodesByRow(string document) =>
        [
            .. Repository
                .Read(document)
                .Split('\n')
                .Where(line => line.StartsWith('|'))
                .Select(line =>
                    (IReadOnlyList<string>)[.. Code().Matches(line).Select(match => match.Groups["code"].Value)]
                )
                .Where(codes => codes.Count > 0),
        ];

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Code();
}

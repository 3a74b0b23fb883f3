using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NKCSI.ArchitectureTests;

/// <summary>Every text that a page asks for is in the dictionary of <c>uSync/v17</c>, in both languages.</summary>
public sealed partial class DictionaryTests
{
    private static readonly string[] Languages = ["bg-BG", "en-US"];

    [Fact]
    public void Dictionary_KeysOfPages_HaveTextsInBothLanguages()
    {
        var asked = Sources().SelectMany(file => KeysIn(Repository.Read(file))).ToList();

        Assert.Contains("Innovation.Single", asked);
        Assert.Empty(WithoutText(asked));
    }

    /// <summary>Pages translate what an editor chose by <c>Site.Option</c>: the label is part of the key.</summary>
    [Fact]
    public void Dictionary_ChoicesThatPagesShow_HaveTextsInBothLanguages()
    {
        var choices = Sources()
            .SelectMany(file => OptionsIn(Repository.Read(file)))
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.Contains("necessity", choices);
        Assert.Empty(WithoutText(choices.SelectMany(LabelsOf).Select(label => "Option." + label)));
    }

    private static IEnumerable<string> Sources() =>
        new[] { "src/Platform/NKCSI.Site", "src/Platform/NKCSI.Catalogue" }
            .SelectMany(Repository.FilesIn)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml");

    /// <summary>A literal of two capitalised words is a key wherever it stands: tables of keys hold most of them.</summary>
    private static IEnumerable<string> KeysIn(string source)
    {
        var counted = Counted()
            .Matches(source)
            .Select(match => match.Groups["key"].Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var key in Key().Matches(source).Select(match => match.Groups["key"].Value))
        {
            if (counted.Contains(key))
            {
                yield return key + "One";
                yield return key + "Many";
            }
            else
            {
                yield return key;
            }
        }
    }

    /// <summary>The properties whose value is shown by <c>Site.Option</c>.</summary>
    private static IEnumerable<string> OptionsIn(string source) =>
        from shown in Shown()
            .Matches(source)
            .Select(match => match.Groups["variable"].Value)
            .Distinct(StringComparer.Ordinal)
        from read in Read().Matches(source)
        where
            read.Groups["variable"].Value == shown && source.Contains($"Site.Option({shown})", StringComparison.Ordinal)
        let rest = source[read.Index..]
        let option = rest.IndexOf($"Site.Option({shown})", StringComparison.Ordinal)
        where option >= 0 && Read().Matches(rest[..option]).Count(other => other.Groups["variable"].Value == shown) == 1
        select read.Groups["property"].Value;

    /// <summary>Properties and the data types of their lists bear one name in this model.</summary>
    private static IEnumerable<string> LabelsOf(string property)
    {
        var file = XDocument.Load(Repository.PathOf($"uSync/v17/DataTypes/{property}.config"));
        using var configuration = JsonDocument.Parse(file.Root!.Element("Config")!.Value);
        return [.. configuration.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetString()!)];
    }

    private static List<string> WithoutText(IEnumerable<string> keys)
    {
        var texts = Repository
            .FilesIn("uSync/v17/Dictionary")
            .Select(file => XDocument.Load(Repository.PathOf(file)).Root!)
            .ToDictionary(
                item => (string)item.Attribute("Alias")!,
                item =>
                    item.Descendants("Translation")
                        .Where(translation => !string.IsNullOrWhiteSpace(translation.Value))
                        .Select(translation => (string)translation.Attribute("Language")!)
                        .ToHashSet(StringComparer.OrdinalIgnoreCase),
                StringComparer.OrdinalIgnoreCase
            );
        return
        [
            .. from key in keys.Distinct(StringComparer.OrdinalIgnoreCase)
            from language in Languages
            where !texts.TryGetValue(key, out var known) || !known.Contains(language)
            select $"{key} ({language})",
        ];
    }

    [GeneratedRegex(
        "\"(?<key>[A-Z][A-Za-z]+\\.[A-Z][A-Za-z]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Key();

    [GeneratedRegex(
        "Site\\.Count\\(\"(?<key>[A-Za-z.]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Counted();

    [GeneratedRegex(
        "Site\\.Option\\((?<variable>\\w+)\\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Shown();

    [GeneratedRegex(
        "Site\\.Line\\([^()]*, \"(?<property>\\w+)\"\\) is \\{ \\} (?<variable>\\w+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Read();
}

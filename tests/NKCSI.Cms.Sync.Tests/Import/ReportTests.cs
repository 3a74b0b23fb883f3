using System.Globalization;
using System.Resources;

namespace NKCSI.Cms.Sync.Tests.Import;

public sealed class ReportTests
{
    private static readonly CultureInfo Bulgarian = CultureInfo.GetCultureInfo("bg-BG");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    private static readonly ImportReport Report = new()
    {
        Items =
        [
            new ImportItem(SyncKind.Language, "Languages/bg.config", "bg-BG", ImportOutcome.Created, [], []),
            new ImportItem(
                SyncKind.Content,
                "Content/home.config",
                "Начало",
                ImportOutcome.Failed,
                [],
                [new ImportMessage(IsError: true, "Info/SortOrder", "NotANumber", ["трето"])]
            ),
        ],
        Notes = [],
        IsCommitted = true,
        IsDryRun = false,
        Duration = TimeSpan.FromSeconds(1.25),
    };

    [Fact]
    public void Describe_InBulgarian_NamesFileElementAndReason()
    {
        var text = Report.Describe(Bulgarian);

        Assert.Contains(
            "Грешка: Content/home.config: Info/SortOrder: „трето“ не е число",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Езици", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_InEnglish_IsEnglishThroughout()
    {
        var text = Report.Describe(English, everyItem: true);

        Assert.Contains(
            "Error: Content/home.config: Info/SortOrder: “трето” is not a number",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("created: Languages/bg.config", text, StringComparison.Ordinal);
        Assert.DoesNotContain("файл", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_WithItems_IsALineForAPerson() =>
        Assert.Equal(
            "Документи: 12 от 40",
            new ImportProgress(ImportStep.Importing, SyncKind.Content, 12, 40).Describe(Bulgarian)
        );

    [Fact]
    public void Texts_BothLanguages_HaveTheSameNamesAndEveryCodeOfTheSourceHasOne()
    {
        var texts = new ResourceManager("NKCSI.Cms.Sync.Resources.ImportTexts", typeof(ImportReport).Assembly);
        var bulgarian = Names(texts, CultureInfo.InvariantCulture);
        var english = Names(texts, CultureInfo.GetCultureInfo("en"));

        Assert.Equal(bulgarian, english);
        Assert.All(Enum.GetNames<SyncKind>(), kind => Assert.Contains($"Kind{kind}", bulgarian));
        Assert.All(Enum.GetNames<ImportStep>(), step => Assert.Contains($"Step{step}", bulgarian));
        Assert.All(Enum.GetNames<ImportOutcome>(), outcome => Assert.Contains($"Outcome{outcome}", bulgarian));
    }

    private static List<string> Names(ResourceManager texts, CultureInfo culture) =>
        [
            .. texts
                .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
                .Cast<System.Collections.DictionaryEntry>()
                .Select(entry => (string)entry.Key)
                .Order(StringComparer.Ordinal),
        ];
}

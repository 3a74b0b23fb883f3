using System.Globalization;
using NKCSI.Cms.Sync.Resources;

namespace NKCSI.Cms.Sync;

/// <summary>The steps that an import goes through, in this order.</summary>
public enum ImportStep
{
    /// <summary>Files are read and checked; nothing is written yet.</summary>
    Reading,

    /// <summary>Items of one kind are compared and written.</summary>
    Importing,

    /// <summary>What refers to other items of its kind is written: allowed children, fallbacks, schedules.</summary>
    Linking,

    /// <summary>Items that the files delete are removed.</summary>
    Deleting,

    /// <summary>The transaction is committed and caches follow.</summary>
    Committing,

    /// <summary>The addresses of documents are computed anew.</summary>
    RebuildingUrls,
}

/// <summary>How far an import is.</summary>
/// <param name="Step">The current step.</param>
/// <param name="Kind">The item type at work, or null when the step is about all.</param>
/// <param name="Done">Items of this step and kind that are done.</param>
/// <param name="Total">Items of this step and kind in all; 0 when the step has no items to count.</param>
public sealed record ImportProgress(ImportStep Step, SyncKind? Kind, int Done, int Total)
{
    /// <summary>One line for a person, such as „Типове документи: 12 от 40“.</summary>
    /// <param name="culture">Bulgarian, unless an English culture is given.</param>
    public string Describe(CultureInfo culture)
    {
        var name = Kind is { } kind ? ImportTexts.Kind(kind, culture) : ImportTexts.Step(Step, culture);
        return Total == 0 ? name : ImportTexts.Format("Progress", culture, name, Done, Total);
    }
}

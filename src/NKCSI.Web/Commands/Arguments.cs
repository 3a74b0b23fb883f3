namespace NKCSI.Web.Commands;

/// <summary>What the site was started with: <c>--empty</c>, an admin command, or nothing.</summary>
/// <param name="Empty">Umbraco's seeds alone: no content model, groups or content of the platform.</param>
/// <param name="Command">An admin command, such as <c>import</c>; null to run the site.</param>
/// <param name="Folder">The folder that the command works on, where it takes one.</param>
/// <param name="Strict">Whether one failed item takes the whole import back.</param>
/// <param name="DryRun">Whether to report only.</param>
internal sealed record Arguments(bool Empty, string? Command, string? Folder, bool Strict, bool DryRun)
{
    private const string EmptyFlag = "--empty";
    private const string StrictFlag = "--strict";
    private const string DryRunFlag = "--dry-run";

    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var words = args.TakeWhile(arg => !arg.StartsWith('-')).ToList();
        return new Arguments(
            args.Contains(EmptyFlag, StringComparer.OrdinalIgnoreCase),
            words.ElementAtOrDefault(0),
            words.ElementAtOrDefault(1),
            args.Contains(StrictFlag, StringComparer.OrdinalIgnoreCase),
            args.Contains(DryRunFlag, StringComparer.OrdinalIgnoreCase)
        );
    }

    /// <summary>Settings such as <c>--urls</c> pass to the host; flags of ours would confuse it.</summary>
    public static bool IsForTheHost(string arg) => arg is not (EmptyFlag or StrictFlag or DryRunFlag);
}

namespace NKCSI.Cms.Sync.Files;

/// <summary>Why a file cannot be imported; becomes an entry of the report, never leaves the project.</summary>
internal sealed class SyncFileException : Exception
{
    public SyncFileException(string? element, string code, params object?[] arguments)
        : base($"{code} {element} {string.Join(", ", arguments)}") =>
        Problem = new ImportMessage(IsError: true, element, code, arguments);

    public SyncFileException(ImportMessage problem)
        : base(problem.Code) => Problem = problem;

    public ImportMessage Problem { get; }
}

using Umbraco.Cms.Core.Services;

namespace NKCSI.Web.FirstStart;

/// <summary>
/// How far the first start has come, kept in the database: a start that was killed goes on where the last finished step
/// left it, and a finished one is never repeated.
/// </summary>
internal sealed class SetupState(IKeyValueService keyValues)
{
    private const string Key = "Nkcsi+FirstStart";
    private const string Finished = "finished";
    private const string FinishedEmpty = "finished-empty";

    public bool IsFinished => keyValues.GetValue(Key) is Finished or FinishedEmpty;

    public void Finish(bool empty) => keyValues.SetValue(Key, empty ? FinishedEmpty : Finished);
}

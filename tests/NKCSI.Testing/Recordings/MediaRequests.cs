using System.Text.Json.Nodes;
using NKCSI.Testing;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Testing.Recordings;

/// <summary>Does with Core's services what the Management API does for uploads and media.</summary>
internal sealed class MediaRequests(CmsTestHost host, DocumentRequests documents)
{
    private static readonly Guid User = Constants.Security.SuperUserKey;

    private readonly IMediaEditingService _editing = host.Get<IMediaEditingService>();

    public async Task<RecordedOutcome?> HandleAsync(RecordedRequest request)
    {
        var body = request.Body;
        return request.Shape switch
        {
            "POST temporary-file" => await UploadAsync(request.File),
            "GET media/*" => await ReadAsync(request.Key),
            "POST media" => Outcome(await _editing.CreateAsync(ToCreate(body), User)),
            "PUT media/*" => Outcome(await _editing.UpdateAsync(request.Key, ToUpdate(body), User)),
            "DELETE media/*" => Outcome(await _editing.DeleteAsync(request.Key, User)),
            "PUT media/*/move" => Outcome(await _editing.MoveAsync(request.Key, body.Reference("target"), User)),
            "PUT media/*/move-to-recycle-bin" => Outcome(await _editing.MoveToRecycleBinAsync(request.Key, User)),
            "PUT media/sort" => Outcome(
                await _editing.SortAsync(body.Reference("parent"), DocumentRequests.Sorting(body), User)
            ),
            "PUT recycle-bin/media/*/restore" => Outcome(
                await _editing.RestoreAsync(
                    Guid.Parse(request.Segments[2]),
                    body.Reference("target"),
                    User,
                    includeDescendants: true
                )
            ),
            "DELETE recycle-bin/media/*" => Outcome(
                await _editing.DeleteFromRecycleBinAsync(Guid.Parse(request.Segments[2]), User)
            ),
            "DELETE recycle-bin/media" => await EmptyAsync(),
            _ => null,
        };
    }

    private MediaCreateModel ToCreate(JsonNode? body) =>
        new()
        {
            Key = body.Key(),
            ContentTypeKey = body.Reference("mediaType") ?? Guid.Empty,
            ParentKey = body.Reference("parent"),
            Properties = documents.Values(body),
            Variants = DocumentRequests.Variants(body),
        };

    private MediaUpdateModel ToUpdate(JsonNode? body) =>
        new() { Properties = documents.Values(body), Variants = DocumentRequests.Variants(body) };

    private async Task<RecordedOutcome> UploadAsync(JsonNode? file)
    {
        var content = Convert.FromBase64String(file.Text("base64")!);
        var created = await host.Get<ITemporaryFileService>()
            .CreateAsync(
                new CreateTemporaryFileModel
                {
                    Key = file?["fields"].Key("Id") ?? Guid.NewGuid(),
                    FileName = file.Text("name")!,
                    OpenReadStream = () => new MemoryStream(content),
                }
            );
        return new RecordedOutcome(created.Success, created.Status.ToString());
    }

    /// <summary>What later steps take from the answer: the path of the file.</summary>
    private async Task<RecordedOutcome> ReadAsync(Guid key)
    {
        var media = await _editing.GetAsync(key);
        var file = media?.GetValue<string>(Constants.Conventions.Media.File);
        var source =
            file is ['{', ..] ? JsonNode.Parse(file).Text("src")
            : string.IsNullOrEmpty(file) ? null
            : file;
        var value = new JsonObject { ["value"] = new JsonObject { ["src"] = source } };
        return new RecordedOutcome(
            media is not null,
            media is null ? "NotFound" : "Success",
            new JsonObject { ["body"] = new JsonObject { ["values"] = new JsonArray(value) } }
        );
    }

    private async Task<RecordedOutcome> EmptyAsync()
    {
        var emptied = await host.Get<IMediaService>().EmptyRecycleBinAsync(User);
        return new RecordedOutcome(emptied.Success, emptied.Result.ToString());
    }

    private static RecordedOutcome Outcome<TResult>(Attempt<TResult, ContentEditingOperationStatus> attempt) =>
        new(attempt.Success, attempt.Status.ToString());

    private static RecordedOutcome Outcome(ContentEditingOperationStatus status) =>
        new(status is ContentEditingOperationStatus.Success, status.ToString());
}

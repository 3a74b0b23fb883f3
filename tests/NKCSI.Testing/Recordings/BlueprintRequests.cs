using NKCSI.Testing;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Services;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Testing.Recordings;

/// <summary>Does with Core's services what the Management API does for requests on document blueprints.</summary>
internal sealed class BlueprintRequests(CmsTestHost host, DocumentRequests documents)
{
    private static readonly Guid User = Constants.Security.SuperUserKey;

    private readonly IContentBlueprintEditingService _editing = host.Get<IContentBlueprintEditingService>();

    public async Task<RecordedOutcome?> HandleAsync(RecordedRequest request)
    {
        var body = request.Body;
        switch (request.Shape)
        {
            case "POST document-blueprint":
                var created = await _editing.CreateAsync(
                    new ContentBlueprintCreateModel
                    {
                        Key = body.Key(),
                        ContentTypeKey = body.Reference("documentType") ?? Guid.Empty,
                        ParentKey = body.Reference("parent"),
                        Properties = documents.Values(body),
                        Variants = DocumentRequests.Variants(body),
                    },
                    User
                );
                return new RecordedOutcome(created.Success, created.Status.ToString());
            case "PUT document-blueprint/*":
                var updated = await _editing.UpdateAsync(
                    request.Key,
                    new ContentBlueprintUpdateModel
                    {
                        Properties = documents.Values(body),
                        Variants = DocumentRequests.Variants(body),
                    },
                    User
                );
                return new RecordedOutcome(updated.Success, updated.Status.ToString());
            case "POST document-blueprint/from-document":
                var copied = await _editing.CreateFromContentAsync(
                    body.Reference("document")!.Value,
                    body.Text("name")!,
                    body.Key(),
                    User
                );
                return new RecordedOutcome(copied.Success, copied.Status.ToString());
            case "POST document-blueprint/folder":
                var folder = await host.Get<IContentBlueprintContainerService>()
                    .CreateAsync(body.Key(), body.Text("name")!, body.Reference("parent"), User);
                return new RecordedOutcome(folder.Success, folder.Status.ToString());
            case "PUT document-blueprint/*/move":
                var moved = await _editing.MoveAsync(request.Key, body.Reference("target"), User);
                return new RecordedOutcome(moved.Success, moved.Result.ToString());
            case "DELETE document-blueprint/*":
                var deleted = await _editing.DeleteAsync(request.Key, User);
                return new RecordedOutcome(deleted.Success, deleted.Status.ToString());
            default:
                return null;
        }
    }
}

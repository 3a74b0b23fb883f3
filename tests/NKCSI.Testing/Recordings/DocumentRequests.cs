using System.Text.Json.Nodes;
using NKCSI.Testing;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.ContentPublishing;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Extensions;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Testing.Recordings;

/// <summary>Does with Core's services what the Management API does for requests on documents.</summary>
internal sealed class DocumentRequests(CmsTestHost host)
{
    private static readonly Guid User = Constants.Security.SuperUserKey;

    private readonly IContentEditingService _editing = host.Get<IContentEditingService>();
    private readonly IContentPublishingService _publishing = host.Get<IContentPublishingService>();
    private readonly IContentVersionService _versions = host.Get<IContentVersionService>();
    private readonly IJsonSerializer _json = host.Get<IJsonSerializer>();

    public async Task<RecordedOutcome?> HandleAsync(RecordedRequest request)
    {
        var body = request.Body;
        return request.Shape switch
        {
            "POST document" => Outcome(await _editing.CreateAsync(ToCreate(body), User)),
            "PUT document/*" => Outcome(await _editing.UpdateAsync(request.Key, ToUpdate(body), User)),
            "PUT document/*/publish" => await PublishAsync(request),
            "PUT document/*/unpublish" => Outcome(await _publishing.UnpublishAsync(request.Key, Cultures(body), User)),
            "PUT document/*/publish-with-descendants" => await PublishBranchAsync(request),
            "DELETE document/*" => Outcome(await _editing.DeleteAsync(request.Key, User)),
            "PUT document/*/move" => Outcome(await _editing.MoveAsync(request.Key, body.Reference("target"), User)),
            "POST document/*/copy" => Copied(
                await _editing.CopyAsync(
                    request.Key,
                    body.Reference("target"),
                    body.Flag("relateToOriginal"),
                    body.Flag("includeDescendants"),
                    User
                )
            ),
            "PUT document/sort" => Outcome(await _editing.SortAsync(body.Reference("parent"), Sorting(body), User)),
            "PUT document/*/move-to-recycle-bin" => Outcome(await _editing.MoveToRecycleBinAsync(request.Key, User)),
            "PUT recycle-bin/document/*/restore" => Outcome(
                await _editing.RestoreAsync(
                    Guid.Parse(request.Segments[2]),
                    body.Reference("target"),
                    User,
                    includeDescendants: true
                )
            ),
            "DELETE recycle-bin/document/*" => Outcome(
                await _editing.DeleteFromRecycleBinAsync(Guid.Parse(request.Segments[2]), User)
            ),
            "DELETE recycle-bin/document" => Emptied(await host.Get<IContentService>().EmptyRecycleBinAsync(User)),
            "PUT document-version/*/prevent-cleanup" => Outcome(
                await _versions.SetPreventCleanupAsync(
                    request.Key,
                    request.Query.TryGetValue("preventCleanup", out var prevent) && bool.Parse(prevent),
                    User
                )
            ),
            "POST document-version/*/rollback" => Outcome(
                await _versions.RollBackAsync(request.Key, request.Query.GetValueOrDefault("culture"), User)
            ),
            "GET document-version" when request.Query.ContainsKey("documentId") => await VersionsAsync(request),
            "GET tree/document/children" when request.Query.ContainsKey("parentId") => Children(request),
            _ => null,
        };
    }

    public IEnumerable<PropertyValueModel> Values(JsonNode? body) =>
        [
            .. body.Items("values")
                .Select(value => new PropertyValueModel
                {
                    Alias = value.Text("alias")!,
                    Culture = value.Text("culture"),
                    Segment = value.Text("segment"),
                    Value = value["value"] is { } node ? _json.Deserialize<object>(node.ToJsonString()) : null,
                }),
        ];

    public static IEnumerable<VariantModel> Variants(JsonNode? body) =>
        [
            .. body.Items("variants")
                .Select(variant => new VariantModel
                {
                    Name = variant.Text("name")!,
                    Culture = variant.Text("culture"),
                    Segment = variant.Text("segment"),
                }),
        ];

    public static IEnumerable<SortingModel> Sorting(JsonNode? body) =>
        body.Items("sorting")
            .Select(item => new SortingModel { Key = item.Key()!.Value, SortOrder = item.Number("sortOrder") });

    private ContentCreateModel ToCreate(JsonNode? body) =>
        new()
        {
            Key = body.Key(),
            ContentTypeKey = body.Reference("documentType") ?? Guid.Empty,
            TemplateKey = body.Reference("template"),
            ParentKey = body.Reference("parent"),
            Properties = Values(body),
            Variants = Variants(body),
        };

    private ContentUpdateModel ToUpdate(JsonNode? body) =>
        new()
        {
            TemplateKey = body.Reference("template"),
            Properties = Values(body),
            Variants = Variants(body),
        };

    private static HashSet<string>? Cultures(JsonNode? body) =>
        body?["cultures"] is JsonArray cultures ? [.. cultures.Select(culture => culture!.GetValue<string>())] : null;

    private async Task<RecordedOutcome> PublishAsync(RecordedRequest request)
    {
        var models = request
            .Body.Items("publishSchedules")
            .Select(entry => new CulturePublishScheduleModel
            {
                Culture = entry.Text("culture"),
                Schedule = entry["schedule"] is { } schedule
                    ? new ContentScheduleModel
                    {
                        PublishDate = schedule.Moment("publishTime"),
                        UnpublishDate = schedule.Moment("unpublishTime"),
                    }
                    : null,
            })
            .ToList();
        // The API itself refuses what lies in the past or ends before it begins.
        var now = DateTimeOffset.Parse("2026-11-24T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var refused = models.Any(model =>
            model.Schedule?.PublishDate <= now
            || model.Schedule?.UnpublishDate <= now
            || model.Schedule?.UnpublishDate <= model.Schedule?.PublishDate
        );
        return refused
            ? new RecordedOutcome(Succeeded: false, "refused by the API")
            : Outcome(await _publishing.PublishAsync(request.Key, models, User));
    }

    private async Task<RecordedOutcome> PublishBranchAsync(RecordedRequest request)
    {
        var filter = request.Body.Flag("includeUnpublishedDescendants")
            ? PublishBranchFilter.IncludeUnpublished
            : PublishBranchFilter.Default;
        var attempt = await _publishing.PublishBranchAsync(
            request.Key,
            Cultures(request.Body) ?? [],
            filter,
            User,
            useBackgroundThread: false
        );
        return new RecordedOutcome(
            attempt.Success,
            attempt.Status.ToString(),
            new JsonObject { ["body"] = new JsonObject { ["taskId"] = Guid.NewGuid().ToString() } }
        );
    }

    private async Task<RecordedOutcome> VersionsAsync(RecordedRequest request)
    {
        var found = await _versions.GetPagedContentVersionsAsync(
            Guid.Parse(request.Query["documentId"]),
            request.Query.GetValueOrDefault("culture"),
            skip: 0,
            take: 100
        );
        return new RecordedOutcome(
            found.Success,
            found.Status.ToString(),
            Items(found.Result?.Items.Select(version => version.VersionId.ToGuid()) ?? [])
        );
    }

    private RecordedOutcome Children(RecordedRequest request)
    {
        var children = host.Get<IEntityService>()
            .GetPagedChildren(Guid.Parse(request.Query["parentId"]), UmbracoObjectTypes.Document, 0, 100, out _);
        return new RecordedOutcome(Succeeded: true, "Success", Items(children.Select(child => child.Key)));
    }

    public static JsonObject Items(IEnumerable<Guid> keys) =>
        new()
        {
            ["body"] = new JsonObject
            {
                ["items"] = new JsonArray([.. keys.Select(key => new JsonObject { ["id"] = key.ToString() })]),
            },
        };

    private static RecordedOutcome Copied(Umbraco.Cms.Core.Attempt<IContent?, ContentEditingOperationStatus> attempt) =>
        new(
            attempt.Success,
            attempt.Status.ToString(),
            new JsonObject
            {
                ["headers"] = new JsonObject { ["umb-generated-resource"] = attempt.Result?.Key.ToString() },
            }
        );

    private static RecordedOutcome Emptied(OperationResult result) => new(result.Success, result.Result.ToString());

    private static RecordedOutcome Outcome<TResult, TStatus>(Umbraco.Cms.Core.Attempt<TResult, TStatus> attempt) =>
        new(attempt.Success, attempt.Status?.ToString() ?? string.Empty);

    private static RecordedOutcome Outcome<TStatus>(Umbraco.Cms.Core.Attempt<TStatus> attempt) =>
        new(attempt.Success, attempt.Result?.ToString() ?? string.Empty);

    private static RecordedOutcome Outcome(ContentEditingOperationStatus status) =>
        new(status is ContentEditingOperationStatus.Success, status.ToString());
}

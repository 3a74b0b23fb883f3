using System.Text.Json.Nodes;
using NKCSI.Testing;
using NKCSI.Testing.Recordings;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Cms.Storage.Tests.ContentTypes;

/// <summary>Does with Core's services what the Management API does for folders, moves, copies, dictionary and templates.</summary>
internal sealed class SettingsTreeRequests(CmsTestHost host)
{
    private static readonly Guid User = Constants.Security.SuperUserKey;

    public async Task<RecordedOutcome?> HandleAsync(RecordedRequest request) =>
        RefuseEmptyName(request)
        ?? await HandleTypesAsync(request)
        ?? await HandleDataTypesAsync(request)
        ?? await HandleDictionaryAsync(request)
        ?? await HandleTemplatesAsync(request);

    /// <summary>The API itself wants names; Core's services would take an empty one.</summary>
    private static RecordedOutcome? RefuseEmptyName(RecordedRequest request) =>
        request.Shape is "POST dictionary" or "PUT dictionary/*" or "POST template"
        && string.IsNullOrEmpty(request.Body.Text("name"))
            ? new RecordedOutcome(Succeeded: false, "the name is missing")
            : null;

    private async Task<RecordedOutcome?> HandleTypesAsync(RecordedRequest request)
    {
        var types = host.Get<IContentTypeService>();
        switch (request.Shape)
        {
            case "PUT document-type/*/move":
                var moved = await types.MoveAsync(request.Key, request.Body.Reference("target"));
                return new RecordedOutcome(moved.Success, moved.Status.ToString());
            case "POST document-type/*/copy":
                var copied = await types.CopyAsync(request.Key, request.Body.Reference("target"));
                return new RecordedOutcome(copied.Success, copied.Status.ToString(), Generated(copied.Result?.Key));
            case "POST document-type/*/template":
                var template = await types.CreateTemplateAsync(
                    request.Key,
                    request.Body.Text("name")!,
                    request.Body.Text("alias")!,
                    request.Body.Flag("isDefault"),
                    User
                );
                return new RecordedOutcome(template.Success, template.Status.ToString(), Generated(template.Result));
            default:
                return await HandleFoldersAsync(request, "document-type", host.Get<IContentTypeContainerService>());
        }
    }

    private async Task<RecordedOutcome?> HandleDataTypesAsync(RecordedRequest request)
    {
        var dataTypes = host.Get<IDataTypeService>();
        switch (request.Shape)
        {
            case "PUT data-type/*/move" when await dataTypes.GetAsync(request.Key) is { } moving:
                var moved = await dataTypes.MoveAsync(moving, request.Body.Reference("target"), User);
                return new RecordedOutcome(moved.Success, moved.Status.ToString());
            case "POST data-type/*/copy" when await dataTypes.GetAsync(request.Key) is { } original:
                var copied = await dataTypes.CopyAsync(original, request.Body.Reference("target"), User);
                return new RecordedOutcome(copied.Success, copied.Status.ToString(), Generated(copied.Result?.Key));
            case "PUT data-type/*/move" or "POST data-type/*/copy":
                return new RecordedOutcome(Succeeded: false, "NotFound");
            case "DELETE data-type/*":
                var deleted = await dataTypes.DeleteAsync(request.Key, User);
                return new RecordedOutcome(deleted.Success, deleted.Status.ToString());
            default:
                return await HandleFoldersAsync(request, "data-type", host.Get<IDataTypeContainerService>());
        }
    }

    private static async Task<RecordedOutcome?> HandleFoldersAsync<T>(
        RecordedRequest request,
        string root,
        IEntityTypeContainerService<T> folders
    )
        where T : Umbraco.Cms.Core.Models.Entities.ITreeEntity
    {
        if (request.Segments is not [var first, "folder", ..] || first != root)
        {
            return null;
        }

        var outcome = request.Method switch
        {
            "POST" => await folders.CreateAsync(
                request.Body.Key(),
                request.Body.Text("name")!,
                request.Body.Reference("parent"),
                User
            ),
            "PUT" => await folders.UpdateAsync(Guid.Parse(request.Segments[2]), request.Body.Text("name")!, User),
            "DELETE" => await folders.DeleteAsync(Guid.Parse(request.Segments[2]), User),
            _ => default,
        };
        return request.Method == "GET" ? null : new RecordedOutcome(outcome.Success, outcome.Status.ToString());
    }

    private async Task<RecordedOutcome?> HandleDictionaryAsync(RecordedRequest request)
    {
        var dictionary = host.Get<IDictionaryItemService>();
        switch (request.Shape)
        {
            case "POST dictionary":
                var item = new DictionaryItem(request.Body.Reference("parent"), request.Body.Text("name")!);
                if (request.Body.Key() is { } key)
                {
                    item.Key = key;
                }

                await FillAsync(item, request.Body);
                var created = await dictionary.CreateAsync(item, User);
                return new RecordedOutcome(created.Success, created.Status.ToString());
            case "PUT dictionary/*" when await dictionary.GetAsync(request.Key) is { } known:
                known.ItemKey = request.Body.Text("name")!;
                await FillAsync(known, request.Body);
                var updated = await dictionary.UpdateAsync(known, User);
                return new RecordedOutcome(updated.Success, updated.Status.ToString());
            case "PUT dictionary/*/move" when await dictionary.GetAsync(request.Key) is { } moving:
                var moved = await dictionary.MoveAsync(moving, request.Body.Reference("target"), User);
                return new RecordedOutcome(moved.Success, moved.Status.ToString());
            case "PUT dictionary/*" or "PUT dictionary/*/move":
                return new RecordedOutcome(Succeeded: false, "NotFound");
            case "DELETE dictionary/*":
                var deleted = await dictionary.DeleteAsync(request.Key, User);
                return new RecordedOutcome(deleted.Success, deleted.Status.ToString());
            default:
                return null;
        }
    }

    private async Task FillAsync(IDictionaryItem item, JsonNode? body)
    {
        foreach (var text in body.Items("translations"))
        {
            if (await host.Get<ILanguageService>().GetAsync(text.Text("isoCode")!) is { } language)
            {
                item.AddOrUpdateDictionaryValue(language, text.Text("translation")!);
            }
        }
    }

    private async Task<RecordedOutcome?> HandleTemplatesAsync(RecordedRequest request)
    {
        var templates = host.Get<ITemplateService>();
        switch (request.Shape)
        {
            case "POST template":
                var created = await templates.CreateAsync(
                    request.Body.Text("name")!,
                    request.Body.Text("alias")!,
                    request.Body.Text("content"),
                    User,
                    request.Body.Key()
                );
                return new RecordedOutcome(created.Success, created.Status.ToString());
            case "PUT template/*" when await templates.GetAsync(request.Key) is { } template:
                template.Name = request.Body.Text("name");
                template.Alias = request.Body.Text("alias")!;
                template.Content = request.Body.Text("content");
                var updated = await templates.UpdateAsync(template, User);
                return new RecordedOutcome(updated.Success, updated.Status.ToString());
            case "PUT template/*":
                return new RecordedOutcome(Succeeded: false, "NotFound");
            case "DELETE template/*":
                var deleted = await templates.DeleteAsync(request.Key, User);
                return new RecordedOutcome(deleted.Success, deleted.Status.ToString());
            default:
                return null;
        }
    }

    /// <summary>Later steps name what the server made up by the header of the answer.</summary>
    private static JsonObject? Generated(Guid? key) =>
        key is { } made
            ? new JsonObject { ["headers"] = new JsonObject { ["umb-generated-resource"] = made.ToString("D") } }
            : null;
}

using System.Text.Json.Nodes;
using NKCSI.Testing;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentTypeEditing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.ContentTypeEditing;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Testing.Recordings;

/// <summary>Does with Core's services what the Management API does for requests on document types.</summary>
internal sealed class DocumentTypeRequests(CmsTestHost host)
{
    private static readonly Guid User = Constants.Security.SuperUserKey;

    private readonly IContentTypeEditingService _editing = host.Get<IContentTypeEditingService>();
    private readonly IContentTypeService _types = host.Get<IContentTypeService>();

    public async Task<RecordedOutcome?> HandleAsync(RecordedRequest request)
    {
        switch (request.Shape)
        {
            case "POST document-type":
                var model = new ContentTypeCreateModel
                {
                    Key = request.Body.Key(),
                    ContainerKey = request.Body.Reference("parent"),
                };
                Fill(model, request.Body);
                var created = await _editing.CreateAsync(model, User);
                return new RecordedOutcome(created.Success, created.Status.ToString());
            case "PUT document-type/*":
                var type = await _types.GetAsync(request.Key);
                if (type is null)
                {
                    return new RecordedOutcome(Succeeded: false, "NotFound");
                }

                var change = new ContentTypeUpdateModel();
                Fill(change, request.Body);
                var updated = await _editing.UpdateAsync(type, change, User);
                return new RecordedOutcome(updated.Success, updated.Status.ToString());
            case "DELETE document-type/*":
                var status = await _types.DeleteAsync(request.Key, User);
                return new RecordedOutcome(status.ToString() == "Success", status.ToString());
            default:
                return null;
        }
    }

    private void Fill(ContentTypeModelBase model, JsonNode? body)
    {
        model.Alias = body.Text("alias")!;
        model.Name = body.Text("name")!;
        model.Description = body.Text("description");
        model.Icon = body.Text("icon")!;
        model.AllowedAsRoot = body.Flag("allowedAsRoot");
        model.VariesByCulture = body.Flag("variesByCulture");
        model.VariesBySegment = body.Flag("variesBySegment");
        model.IsElement = body.Flag("isElement");
        model.ListView = body.Reference("collection");
        model.Cleanup = new ContentTypeCleanup
        {
            PreventCleanup = body?["cleanup"].Flag("preventCleanup") ?? false,
            KeepAllVersionsNewerThanDays = body?["cleanup"].NumberOrNone("keepAllVersionsNewerThanDays"),
            KeepLatestVersionPerDayForDays = body?["cleanup"].NumberOrNone("keepLatestVersionPerDayForDays"),
        };
        model.AllowedTemplateKeys = [.. body.Items("allowedTemplates").Select(template => template.Key()!.Value)];
        model.DefaultTemplateKey = body.Reference("defaultTemplate");
        model.Containers = [.. body.Items("containers").Select(ToContainer)];
        model.Properties = [.. body.Items("properties").Select(ToProperty)];
        model.Compositions =
        [
            .. body.Items("compositions")
                .Select(composition => new Composition
                {
                    Key = composition.Reference("documentType")!.Value,
                    CompositionType = Enum.Parse<CompositionType>(composition.Text("compositionType")!),
                }),
        ];
        model.AllowedContentTypes =
        [
            .. body.Items("allowedDocumentTypes")
                .Select(allowed => (Key: allowed.Reference("documentType")!.Value, Order: allowed.Number("sortOrder")))
                .Select(allowed => new ContentTypeSort(
                    allowed.Key,
                    allowed.Order,
                    _types.Get(allowed.Key)?.Alias ?? string.Empty
                )),
        ];
    }

    private static ContentTypePropertyContainerModel ToContainer(JsonNode container) =>
        new()
        {
            Key = container.Key()!.Value,
            ParentKey = container.Reference("parent"),
            Name = container.Text("name"),
            Type = container.Text("type")!,
            SortOrder = container.Number("sortOrder"),
        };

    private static ContentTypePropertyTypeModel ToProperty(JsonNode property) =>
        new()
        {
            Key = property.Key()!.Value,
            ContainerKey = property.Reference("container"),
            SortOrder = property.Number("sortOrder"),
            Alias = property.Text("alias")!,
            Name = property.Text("name")!,
            Description = property.Text("description"),
            DataTypeKey = property.Reference("dataType")!.Value,
            VariesByCulture = property.Flag("variesByCulture"),
            VariesBySegment = property.Flag("variesBySegment"),
            Validation = new PropertyTypeValidation
            {
                Mandatory = property["validation"].Flag("mandatory"),
                MandatoryMessage = property["validation"].Text("mandatoryMessage"),
                RegularExpression = property["validation"].Text("regEx"),
                RegularExpressionMessage = property["validation"].Text("regExMessage"),
            },
            Appearance = new PropertyTypeAppearance { LabelOnTop = property["appearance"].Flag("labelOnTop") },
        };
}

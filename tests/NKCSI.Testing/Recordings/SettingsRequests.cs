using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using NKCSI.Testing;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Testing.Recordings;

/// <summary>Does with Core's services what the Management API does for languages, data types and hostnames.</summary>
internal sealed class SettingsRequests(CmsTestHost host)
{
    private static readonly Guid User = Constants.Security.SuperUserKey;

    public async Task<RecordedOutcome?> HandleAsync(RecordedRequest request)
    {
        var body = request.Body;
        switch (request.Shape)
        {
            case "POST language":
                var created = await host.Get<ILanguageService>()
                    .CreateAsync(Fill(new Language(body.Text("isoCode")!, body.Text("name")!), body), User);
                return new RecordedOutcome(created.Success, created.Status.ToString());
            case var shape when shape.StartsWith("PUT language/", StringComparison.Ordinal):
                var language = await host.Get<ILanguageService>().GetAsync(request.Segments[1]);
                if (language is null)
                {
                    return new RecordedOutcome(Succeeded: false, "NotFound");
                }

                language.CultureName = body.Text("name")!;
                var updated = await host.Get<ILanguageService>().UpdateAsync(Fill(language, body), User);
                return new RecordedOutcome(updated.Success, updated.Status.ToString());
            case "POST data-type":
                var newDataType = ToDataType(body);
                if (body.Reference("parent") is { } folder)
                {
                    newDataType.ParentId = (await host.Get<IDataTypeContainerService>().GetAsync(folder))!.Id;
                }

                var dataType = await host.Get<IDataTypeService>().CreateAsync(newDataType, User);
                return new RecordedOutcome(dataType.Success, dataType.Status.ToString());
            case "DELETE data-type/*":
                var deleted = await host.Get<IDataTypeService>().DeleteAsync(request.Key, User);
                return new RecordedOutcome(deleted.Success, deleted.Status.ToString());
            case "PUT document/*/domains":
                var domains = await host.Get<IDomainService>()
                    .UpdateDomainsAsync(
                        request.Key,
                        new DomainsUpdateModel
                        {
                            DefaultIsoCode = body.Text("defaultIsoCode"),
                            Domains =
                            [
                                .. body.Items("domains")
                                    .Select(domain => new DomainModel
                                    {
                                        DomainName = domain.Text("domainName")!,
                                        IsoCode = domain.Text("isoCode")!,
                                    }),
                            ],
                        }
                    );
                return new RecordedOutcome(domains.Success, domains.Status.ToString());
            case "GET user/current":
                return new RecordedOutcome(
                    Succeeded: true,
                    "Success",
                    new JsonObject { ["body"] = new JsonObject { ["id"] = User.ToString() } }
                );
            case "GET redirect-management":
                var redirects = host.Get<IRedirectUrlService>().GetAllRedirectUrls(pageIndex: 0, pageSize: 100, out _);
                return new RecordedOutcome(
                    Succeeded: true,
                    "Success",
                    DocumentRequests.Items(redirects.Select(redirect => redirect.Key))
                );
            case "DELETE redirect-management/*":
                host.Get<IRedirectUrlService>().Delete(request.Key);
                return new RecordedOutcome(Succeeded: true, "Success");
            case "POST redirect-management/status":
                return SwitchTracker(request.Query["status"]);
            default:
                return null;
        }
    }

    private RecordedOutcome SwitchTracker(string status)
    {
        if (status is not ("Enabled" or "Disabled"))
        {
            return new RecordedOutcome(Succeeded: false, "refused by the API");
        }

        var configuration = host.Get<IConfiguration>();
        configuration["Umbraco:CMS:WebRouting:DisableRedirectUrlTracking"] = status == "Disabled" ? "true" : "false";
        ((IConfigurationRoot)configuration).Reload();
        return new RecordedOutcome(Succeeded: true, status);
    }

    private static ILanguage Fill(ILanguage language, JsonNode? body)
    {
        language.IsDefault = body.Flag("isDefault");
        language.IsMandatory = body.Flag("isMandatory");
        language.FallbackIsoCode = body.Text("fallbackIsoCode");
        return language;
    }

    private DataType ToDataType(JsonNode? body)
    {
        var serializer = host.Get<IConfigurationEditorJsonSerializer>();
        var editor = host.Get<PropertyEditorCollection>()[body.Text("editorAlias")!]!;
        var values = body.Items("values")
            .ToDictionary(
                value => value.Text("alias")!,
                value => value["value"] is { } node ? serializer.Deserialize<object>(node.ToJsonString())! : null!,
                StringComparer.Ordinal
            );
        return new DataType(editor, serializer)
        {
            Key = body.Key()!.Value,
            Name = body.Text("name"),
            EditorUiAlias = body.Text("editorUiAlias"),
            DatabaseType = ValueTypes.ToStorageType(editor.GetValueEditor().ValueType),
            ConfigurationData = editor.GetConfigurationEditor().FromConfigurationEditor(values),
        };
    }
}

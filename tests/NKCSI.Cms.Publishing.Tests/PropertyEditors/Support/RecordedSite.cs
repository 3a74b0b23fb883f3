using System.Text.Json.Nodes;
using NKCSI.Testing;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Xunit;

namespace NKCSI.Cms.Publishing.Tests.PropertyEditors.Support;

/// <summary>
/// Does with Core's services what the requests of a recording did: data types, document types, uploads, media. What a
/// request posted for a document it turns into the stored form through the property editors.
/// </summary>
internal sealed class RecordedSite(CmsTestHost host)
{
    private readonly Dictionary<(Guid Document, string Alias), object?> _stored = [];
    private readonly Dictionary<string, string> _aliasOfRow = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, IContentType> _typeOf = [];

    public CmsTestHost Host { get; } = host;

    /// <summary>Does what prepares documents.</summary>
    /// <returns>False when the step is about something else.</returns>
    public async Task<bool> PrepareAsync(GenuineStep step)
    {
        if (step.Method != "POST" || step.Status >= 300)
        {
            return false;
        }

        switch (step.Path)
        {
            case "/data-type":
                await CreateDataTypeAsync(step.Body!);
                return true;
            case "/document-type":
                await CreateDocumentTypeAsync(step);
                return true;
            case "/temporary-file":
                await UploadAsync(step.Json["request"]!["file"]!);
                return true;
            case "/media":
                CreateMedia(step.Body!);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The configuration that a client posted, as the editor takes it.</summary>
    public Dictionary<string, object> Configuration(JsonNode body)
    {
        var json = new JsonObject();
        foreach (var value in body["values"]!.AsArray().Where(value => value!["value"] is not null))
        {
            json[value!["alias"]!.GetValue<string>()] = value["value"]?.DeepClone();
        }

        return Host.Get<IConfigurationEditorJsonSerializer>()
                .Deserialize<Dictionary<string, object>>(json.ToJsonString())
            ?? [];
    }

    /// <summary>What the editors store of the values that a request posted for a document.</summary>
    public IReadOnlyDictionary<string, object?> Store(GenuineStep step)
    {
        var body = step.Body!;
        var document = Guid.Parse(step.Method == "POST" ? body["id"]!.GetValue<string>() : step.Path.Split('/')[2]);
        if (body["documentType"]?["id"]?.GetValue<string>() is { } typeKey)
        {
            _typeOf[document] = Host.Get<IContentTypeService>().Get(Guid.Parse(typeKey))!;
            var name = body["variants"]![0]!["name"]!.GetValue<string>();
            var parent = body["parent"]?["id"]?.GetValue<string>() is { } id
                ? Host.Get<IContentService>().GetById(Guid.Parse(id))!.Id
                : Constants.System.Root;
            var created = Host.Get<IContentService>().Create(name, parent, _typeOf[document].Alias);
            created.Key = document;
            Assert.True(Host.Get<IContentService>().Save(created).Success);
        }

        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        var posted = Posted(body);
        foreach (var property in _typeOf[document].PropertyTypes)
        {
            if (!posted.TryGetValue(property.Alias, out var value))
            {
                _stored[(document, property.Alias)] = null;
                continue;
            }

            var (editor, configuration) = EditorOf(property);
            if (editor.IsReadOnly)
            {
                continue;
            }

            var data = new ContentPropertyData(value, configuration)
            {
                ContentKey = document,
                PropertyTypeKey = property.Key,
            };
            var current = _stored.GetValueOrDefault((document, property.Alias));
            result[property.Alias] = _stored[(document, property.Alias)] = editor.FromEditor(data, current);
        }

        return result;
    }

    /// <summary>Publishes a document with what <see cref="Store"/> made of its values.</summary>
    public void Publish(Guid document)
    {
        var contents = Host.Get<IContentService>();
        var content = contents.GetById(document)!;
        foreach (var ((_, alias), value) in _stored.Where(pair => pair.Key.Document == document))
        {
            content.SetValue(alias, value);
        }

        Assert.True(contents.Save(content).Success);
        var published = contents.Publish(content, ["*"]);
        var refused = published.InvalidProperties?.Select(property => $"{property.Alias} {property.GetValue()}") ?? [];
        Assert.True(published.Success, $"{content.Name}: {published.Result} {string.Join(", ", refused)}");
    }

    /// <summary>What the editors show of a stored value.</summary>
    public JsonNode? Show(Guid document, string alias)
    {
        var type = _typeOf[document].PropertyTypes.First(property => property.Alias == alias);
        var property = new Property(type);
        property.SetValue(_stored.GetValueOrDefault((document, alias)));
        return JsonNode.Parse(Host.Get<IJsonSerializer>().Serialize(EditorOf(type).Editor.ToEditor(property)));
    }

    public string EditorAlias(Guid document, string alias) =>
        _typeOf[document].PropertyTypes.First(property => property.Alias == alias).PropertyEditorAlias;

    public IContentType TypeOf(JsonNode body) =>
        Host.Get<IContentTypeService>().Get(Guid.Parse(body["documentType"]!["id"]!.GetValue<string>()))!;

    /// <summary>The alias of the property that a recorded row of values belongs to.</summary>
    public string? AliasOfRow(JsonNode row) => _aliasOfRow.GetValueOrDefault(row["propertyTypeId"]!.ToString());

    /// <summary>The posted values by alias, as the host's JSON reads untyped values.</summary>
    public IReadOnlyDictionary<string, object?> Posted(JsonNode body)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var value in body["values"]!.AsArray())
        {
            var holder = new JsonObject { ["value"] = value!["value"]?.DeepClone() };
            values[value["alias"]!.GetValue<string>()] = value["value"] is JsonArray { Count: 0 } nothing
                ? nothing
                : Host.Get<IJsonSerializer>().Deserialize<Holder>(holder.ToJsonString())!.Value;
        }

        return values;
    }

    public (IDataValueEditor Editor, object? Configuration) EditorOf(IPropertyType property)
    {
        var configuration = Host.Get<IDataTypeConfigurationCache>().GetConfiguration(property.DataTypeKey);
        return (
            Host.Get<PropertyEditorCollection>()[property.PropertyEditorAlias]!.GetValueEditor(configuration),
            configuration
        );
    }

    private async Task CreateDataTypeAsync(JsonNode body)
    {
        var editor = Host.Get<PropertyEditorCollection>()[body["editorAlias"]!.GetValue<string>()]!;
        var dataType = new DataType(editor, Host.Get<IConfigurationEditorJsonSerializer>())
        {
            Key = Guid.Parse(body["id"]!.GetValue<string>()),
            Name = body["name"]!.GetValue<string>(),
            DatabaseType = ValueTypes.ToStorageType(editor.GetValueEditor().ValueType),
            ConfigurationData = editor.GetConfigurationEditor().FromConfigurationEditor(Configuration(body)),
        };
        var created = await Host.Get<IDataTypeService>().CreateAsync(dataType, Constants.Security.SuperUserKey);
        Assert.True(created.Success, $"{dataType.Name}: {created.Status}");
    }

    private async Task CreateDocumentTypeAsync(GenuineStep step)
    {
        var body = step.Body!;
        var strings = Host.Get<IShortStringHelper>();
        var type = new ContentType(strings, Constants.System.Root)
        {
            Key = Guid.Parse(body["id"]!.GetValue<string>()),
            Alias = body["alias"]!.GetValue<string>(),
            Name = body["name"]!.GetValue<string>(),
            Icon = body["icon"]!.GetValue<string>(),
            IsElement = body["isElement"]!.GetValue<bool>(),
            AllowedAsRoot = body["allowedAsRoot"]!.GetValue<bool>(),
        };
        foreach (var posted in body["properties"]!.AsArray())
        {
            var dataType = (
                await Host.Get<IDataTypeService>().GetAsync(Guid.Parse(posted!["dataType"]!["id"]!.GetValue<string>()))
            )!;
            var rules = posted["validation"]!;
            type.AddPropertyType(
                new PropertyType(strings, dataType, posted["alias"]!.GetValue<string>())
                {
                    Key = Guid.Parse(posted["id"]!.GetValue<string>()),
                    Name = posted["name"]!.GetValue<string>(),
                    Mandatory = rules["mandatory"]!.GetValue<bool>(),
                    MandatoryMessage = rules["mandatoryMessage"]?.GetValue<string>(),
                    ValidationRegExp = rules["regEx"]?.GetValue<string>(),
                    ValidationRegExpMessage = rules["regExMessage"]?.GetValue<string>(),
                }
            );
        }

        var created = await Host.Get<IContentTypeService>().CreateAsync(type, Constants.Security.SuperUserKey);
        Assert.True(created.Success, $"{type.Name}: {created.Result}");
        foreach (var row in step.Database?["cmsPropertyType"]?["inserted"]?.AsArray() ?? [])
        {
            _aliasOfRow[row!["id"]!.ToString()] = row["Alias"]!.GetValue<string>();
        }
    }

    private async Task UploadAsync(JsonNode file)
    {
        var bytes = Convert.FromBase64String(file["base64"]!.GetValue<string>());
        var created = await Host.Get<ITemporaryFileService>()
            .CreateAsync(
                new CreateTemporaryFileModel
                {
                    Key = Guid.Parse(file["fields"]!["Id"]!.GetValue<string>()),
                    FileName = file["name"]!.GetValue<string>(),
                    OpenReadStream = () => new MemoryStream(bytes),
                }
            );
        Assert.True(created.Success, created.Status.ToString());
    }

    private void CreateMedia(JsonNode body)
    {
        var type = Host.Get<IMediaTypeService>().Get(Guid.Parse(body["mediaType"]!["id"]!.GetValue<string>()))!;
        var parent = body["parent"]?["id"]?.GetValue<string>() is { } id
            ? Host.Get<IMediaService>().GetById(Guid.Parse(id))!.Id
            : Constants.System.Root;
        var media = Host.Get<IMediaService>()
            .CreateMedia(body["variants"]![0]!["name"]!.GetValue<string>(), parent, type.Alias);
        media.Key = Guid.Parse(body["id"]!.GetValue<string>());
        foreach (var (alias, value) in Posted(body))
        {
            var property = type.CompositionPropertyTypes.First(p => p.Alias == alias);
            var (editor, configuration) = EditorOf(property);
            var data = new ContentPropertyData(value, configuration)
            {
                ContentKey = media.Key,
                PropertyTypeKey = property.Key,
            };
            media.SetValue(alias, editor.FromEditor(data, null));
        }

        Assert.True(Host.Get<IMediaService>().Save(media).Success);
    }

    private sealed class Holder
    {
        public object? Value { get; set; }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Folders;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Sync.DataTypes;

internal sealed record DataTypeRecord(
    Guid Key,
    string Name,
    string EditorAlias,
    string EditorUiAlias,
    string Folder,
    JsonObject Configuration
)
{
    // Files of before the client of version 14 have no alias of the client's editor; most follow one rule.
    private static readonly Dictionary<string, string> UiAliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Umbraco.ColorPicker.EyeDropper"] = "Umb.PropertyEditorUi.EyeDropper",
        ["Umbraco.ContentPicker"] = "Umb.PropertyEditorUi.DocumentPicker",
        ["Umbraco.DateTime"] = "Umb.PropertyEditorUi.DatePicker",
        ["Umbraco.DropDown.Flexible"] = "Umb.PropertyEditorUi.Dropdown",
        ["Umbraco.ListView"] = "Umb.PropertyEditorUi.Collection",
        ["Umbraco.MediaPicker3"] = "Umb.PropertyEditorUi.MediaPicker",
        ["Umbraco.MultiNodeTreePicker"] = "Umb.PropertyEditorUi.ContentPicker",
        ["Umbraco.RichText"] = "Umb.PropertyEditorUi.Tiptap",
        ["Umbraco.TrueFalse"] = "Umb.PropertyEditorUi.Toggle",
    };

    public static DataTypeRecord Read(SyncFile file)
    {
        var info = file.Xml.Find("Info") ?? throw new SyncFileException("Info", "ElementMissing", "Info");
        var editorAlias = info.Required("EditorAlias");
        return new DataTypeRecord(
            file.Key,
            info.Optional("Name") ?? file.Alias,
            editorAlias,
            info.Optional("EditorUIAlias") ?? UiAliasOf(editorAlias),
            TypeFolders<IDataType>.Decode(info.Text("Folder")),
            ReadConfiguration(file.Xml.Text("Config"))
        );
    }

    private static string UiAliasOf(string editorAlias) =>
        UiAliases.GetValueOrDefault(
            editorAlias,
            editorAlias.StartsWith("Umbraco.", StringComparison.OrdinalIgnoreCase)
                ? "Umb.PropertyEditorUi." + editorAlias["Umbraco.".Length..]
                : editorAlias
        );

    private static JsonObject ReadConfiguration(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new SyncFileException("Config", "NotJson", text);
        }
        catch (JsonException broken)
        {
            throw new SyncFileException("Config", "NotJson", broken.Message);
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NKCSI.Cms.Storage.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace NKCSI.Cms.Storage.DataTypes;

/// <summary>Turns the rows of a data type into Core's model. The editor reads and writes the configuration.</summary>
internal sealed class DataTypeFactory(
    PropertyEditorCollection editors,
    IDataValueEditorFactory valueEditors,
    IConfigurationEditorJsonSerializer serializer,
    ILogger<DataTypeFactory> logger
)
{
    /// <summary>The aliases that were reported; data types are read again and again.</summary>
    private readonly ConcurrentDictionary<string, string> _missing = new(StringComparer.OrdinalIgnoreCase);

    public DataType ToModel(NodeRow node, DataTypeRow row)
    {
        var editor = Editor(row.EditorAlias);
        var dataType = new DataType(editor, serializer, node.ParentId);
        dataType.DisableChangeTracking();
        dataType.Id = node.Id;
        dataType.Key = node.Key;
        dataType.Name = node.Name;
        dataType.Path = node.Path;
        dataType.Level = node.Level;
        dataType.SortOrder = node.SortOrder;
        dataType.Trashed = node.Trashed;
        dataType.CreatorId = node.UserId ?? Constants.Security.UnknownUserId;
        dataType.CreateDate = node.CreateDate;
        dataType.UpdateDate = node.CreateDate;
        dataType.EditorUiAlias = row.EditorUiAlias;
        dataType.DatabaseType = StorageType(row.DbType);
        dataType.SetConfigurationData(editor.GetConfigurationEditor().FromDatabase(row.Configuration, serializer));
        dataType.ResetDirtyProperties(rememberDirty: false);
        dataType.EnableChangeTracking();
        return dataType;
    }

    /// <summary>The JSON that the editor stores for the configuration; null when there is none.</summary>
    public string? Configuration(IDataType dataType) =>
        dataType.Editor?.GetConfigurationEditor().ToDatabase(dataType.ConfigurationData, serializer);

    public static ValueStorageType StorageType(string dbType) => Enum.Parse<ValueStorageType>(dbType, ignoreCase: true);

    /// <summary>An alias without a class keeps its configuration and values through load and save.</summary>
    private IDataEditor Editor(string alias)
    {
        if (editors.TryGet(alias, out var editor))
        {
            return editor;
        }

        if (_missing.TryAdd(alias, alias))
        {
            logger.LogWarning("No property editor has the alias {Alias}; its values are kept as they are", alias);
        }

        return new MissingPropertyEditor(alias, valueEditors);
    }
}

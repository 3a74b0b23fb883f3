using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration;
using Umbraco.Cms.Core.Configuration.Models;

namespace NKCSI.Cms.Hosting.Environment;

/// <summary>
/// Settings that the running site makes up for itself: its identifier and the key that signs image urls. They are kept in
/// <c>settings.json</c> of the data folder, never in the configuration that its operator writes.
/// </summary>
internal sealed class DataFolderSettings(
    DataFolder data,
    IOptions<GlobalSettings> global,
    IOptions<ImagingSettings> imaging
) : IConfigManipulator, IDisposable
{
    /// <summary>The file, for the composition root that reads it as configuration.</summary>
    public const string FileName = "settings.json";

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Refused: the operator chooses the database.</summary>
    public Task SaveConnectionStringAsync(string connectionString, string? providerName) => Task.CompletedTask;

    /// <inheritdoc cref="SaveConnectionStringAsync" />
    public Task RemoveConnectionStringAsync() => Task.CompletedTask;

    public Task SaveConfigValueAsync(string itemPath, object value) => SaveAsync(itemPath, value);

    public Task SaveDisableRedirectUrlTrackingAsync(bool disable) =>
        SaveAsync("Umbraco:CMS:WebRouting:DisableRedirectUrlTracking", disable);

    public Task SetGlobalIdAsync(string id)
    {
        global.Value.Id = id;
        return SaveAsync("Umbraco:CMS:Global:Id", id);
    }

    public Task SetImagingHmacSecretKeyAsync(string base64Key)
    {
        imaging.Value.HMACSecretKey = Convert.FromBase64String(base64Key);
        return SaveAsync("Umbraco:CMS:Imaging:HMACSecretKey", base64Key);
    }

    public void Dispose() => _turn.Dispose();

    private async Task SaveAsync(string path, object value)
    {
        await _turn.WaitAsync();
        try
        {
            var file = Path.Combine(data.Root, FileName);
            var root = File.Exists(file) ? JsonNode.Parse(await File.ReadAllTextAsync(file)) as JsonObject ?? [] : [];
            var keys = path.Split(':');
            var section = root;
            foreach (var key in keys[..^1])
            {
                if (section[key] is not JsonObject next)
                {
                    section[key] = next = [];
                }

                section = next;
            }

            section[keys[^1]] = JsonSerializer.SerializeToNode(value);
            Directory.CreateDirectory(data.Root);

            // A reader sees the old file or the new one, never half of it.
            var draft = file + ".new";
            await File.WriteAllTextAsync(draft, root.ToJsonString(Indented));
            File.Move(draft, file, overwrite: true);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
}

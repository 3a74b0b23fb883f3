using System.ComponentModel.DataAnnotations;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.PropertyEditors.Files;

/// <summary>An uploaded file must still be there, and be of a kind that the site and the data type allow.</summary>
internal sealed class UploadedFileRules(StoredJson stored, FileStore files) : IValueValidator
{
    /// <summary>Whether the data type allows files of that name; without a list it allows all.</summary>
    public static bool IsAllowedBy(object? dataTypeConfiguration, string fileName) =>
        dataTypeConfiguration is not FileUploadConfiguration configuration
        || !configuration.FileExtensions.Any()
        || configuration.FileExtensions.Contains(
            Path.GetExtension(fileName).TrimStart('.'),
            StringComparer.OrdinalIgnoreCase
        );

    public IEnumerable<ValidationResult> Validate(
        object? value,
        string? valueType,
        object? dataTypeConfiguration,
        PropertyValidationContext validationContext
    )
    {
        if (StoredFile.From(value, stored)?.TemporaryFileId is not { } key)
        {
            yield break;
        }

        if (files.Find(key) is not { } file)
        {
            yield return new ValidationResult($"No temporary file was found for the key: {key}", ["value"]);
        }
        else if (!files.IsAllowed(file.FileName) || !IsAllowedBy(dataTypeConfiguration, file.FileName))
        {
            yield return new ValidationResult(
                $"The file type for file name \"{file.FileName}\" is not valid for upload",
                ["value"]
            );
        }
    }
}

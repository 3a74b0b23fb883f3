using System.ComponentModel.DataAnnotations;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.PropertyEditors.Lists;

/// <summary>The options of check boxes and radio buttons.</summary>
internal sealed class ValueListConfigurationEditor : ConfigurationEditor<ValueListConfiguration>
{
    public ValueListConfigurationEditor(IIOHelper io)
        : base(io) => Fields.First(field => field.Key == "items").Validators.Add(new DistinctOptions());
}

/// <summary>The options of a drop-down list and whether several may be chosen.</summary>
internal sealed class DropDownFlexibleConfigurationEditor : ConfigurationEditor<DropDownFlexibleConfiguration>
{
    public DropDownFlexibleConfigurationEditor(IIOHelper io)
        : base(io) => Fields.First(field => field.Key == "items").Validators.Add(new DistinctOptions());
}

/// <summary>An option is the stored value itself, so none may be there twice (of any case) or be empty.</summary>
internal sealed class DistinctOptions : IValueValidator
{
    public IEnumerable<ValidationResult> Validate(
        object? value,
        string? valueType,
        object? dataTypeConfiguration,
        PropertyValidationContext validationContext
    )
    {
        if (value is null)
        {
            yield break;
        }

        if (PostedValue.Strings(value) is not { } options)
        {
            yield return new ValidationResult("The options are not a list of texts", ["items"]);
            yield break;
        }

        foreach (
            var twice in options.GroupBy(option => option, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)
        )
        {
            yield return new ValidationResult($"The value \"{twice.Last()}\" must be unique", ["items"]);
        }

        if (options.Any(string.IsNullOrWhiteSpace))
        {
            yield return new ValidationResult("An option cannot be empty", ["items"]);
        }
    }
}

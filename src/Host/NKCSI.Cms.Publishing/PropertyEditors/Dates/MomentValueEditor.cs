using System.ComponentModel.DataAnnotations;
using System.Globalization;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Dates;

/// <summary>Keeps a <see cref="StoredMoment"/>, and beside it the moment in UTC as the value to sort lists by.</summary>
internal sealed class MomentValueEditor : DataValueEditor, IDataValueSortable
{
    private readonly StoredJson _stored;
    private readonly Func<StoredMoment, string> _written;
    private readonly bool _isTime;

    public MomentValueEditor(
        IShortStringHelper shortStringHelper,
        IJsonSerializer json,
        IIOHelper io,
        DataEditorAttribute attribute,
        StoredJson stored,
        ILocalizedTextService texts,
        Func<StoredMoment, string> written
    )
        : base(shortStringHelper, json, io, attribute)
    {
        _stored = stored;
        _written = written;
        _isTime = attribute.Alias == Constants.PropertyEditors.Aliases.TimeOnly;
        Validators.Add(new TypedJsonValidatorRunner<PostedMoment, DateTimeConfiguration>(stored, new IsAllowed(texts)));
    }

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        if (
            _stored.Read<PostedMoment>(editorValue.Value) is not { Date: { } date } posted
            || !TryParse(date, out var moment)
        )
        {
            return null;
        }

        // Without a date in the text the parser takes today's.
        var kept = _isTime ? new DateTimeOffset(DateTime.MinValue + moment.TimeOfDay, TimeSpan.Zero) : moment;
        return _stored.Serialize(new StoredMoment { Date = kept, TimeZone = posted.TimeZone });
    }

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
        StoredMoment.From(property.GetValue(culture, segment), _stored) is { } moment
            ? new PostedMoment { Date = _written(moment), TimeZone = moment.TimeZone }
            : null;

    public string? GetSortableValue(object? value, object? dataTypeConfiguration) =>
        StoredMoment.From(value, _stored)?.Date.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static bool TryParse(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);

    private sealed class IsAllowed(ILocalizedTextService texts)
        : ITypedJsonValidator<PostedMoment, DateTimeConfiguration>
    {
        public IEnumerable<ValidationResult> Validate(
            PostedMoment? value,
            DateTimeConfiguration? configuration,
            string? valueType,
            PropertyValidationContext validationContext
        )
        {
            if (value is null)
            {
                yield break;
            }

            if (value.Date is null || !TryParse(value.Date, out _))
            {
                yield return texts.Refuse("invalidDate");
            }

            if (
                configuration?.TimeZones is { Mode: DateTimeConfiguration.TimeZoneMode.Custom } zones
                && !zones.TimeZones.Contains(value.TimeZone ?? string.Empty, StringComparer.OrdinalIgnoreCase)
            )
            {
                yield return texts.Refuse("notOneOfOptions", value.TimeZone ?? string.Empty);
            }
        }
    }
}

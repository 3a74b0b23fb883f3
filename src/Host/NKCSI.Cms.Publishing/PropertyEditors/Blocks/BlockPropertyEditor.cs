using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.PropertyEditors.Blocks;

/// <summary>What the editors with blocks share as editors: they hold element types, and merge culture by culture.</summary>
internal abstract class BlockPropertyEditor : DataEditor
{
    protected BlockPropertyEditor(IDataValueEditorFactory factory)
        : base(factory) => SupportsReadOnly = true;

    public override bool SupportsConfigurableElements => true;

    public override IPropertyIndexValueFactory PropertyIndexValueFactory { get; } = new NoopPropertyIndexValueFactory();

    public override bool CanMergePartialPropertyValues(IPropertyType propertyType) => !propertyType.VariesByCulture();

    public override object? MergePartialPropertyValueForCulture(
        object? sourceValue,
        object? targetValue,
        string? culture
    ) =>
        Merge(
            sourceValue,
            targetValue,
            of => of is null || of.InvariantEquals(culture),
            BlockCultures.Arrangement.OfSource
        );

    public override object? MergeVariantInvariantPropertyValue(
        object? sourceValue,
        object? targetValue,
        bool canUpdateInvariantData,
        HashSet<string> allowedCultures
    ) =>
        Merge(
            sourceValue,
            targetValue,
            of => of is null ? canUpdateInvariantData : allowedCultures.Contains(of, StringComparer.OrdinalIgnoreCase),
            canUpdateInvariantData ? BlockCultures.Arrangement.OfSource : BlockCultures.Arrangement.OfTarget
        );

    /// <summary>As <see cref="BlockCultures.Merge"/>, on stored values.</summary>
    protected abstract object? Merge(
        object? source,
        object? target,
        Func<string?, bool> takes,
        BlockCultures.Arrangement arrangement
    );
}

/// <summary>The editors whose value is a block value alone.</summary>
internal abstract class BlockPropertyEditor<TValue>(IDataValueEditorFactory factory, StoredJson stored)
    : BlockPropertyEditor(factory)
    where TValue : BlockValue
{
    protected override object? Merge(
        object? source,
        object? target,
        Func<string?, bool> takes,
        BlockCultures.Arrangement arrangement
    ) =>
        stored.Read<TValue>(source) is { } from
            ? stored.Serialize(BlockCultures.Merge(from, stored.Read<TValue>(target), takes, arrangement))
        : arrangement == BlockCultures.Arrangement.OfSource ? null
        : target;
}

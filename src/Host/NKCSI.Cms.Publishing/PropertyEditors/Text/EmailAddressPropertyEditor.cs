using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validators;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Publishing.PropertyEditors.Text;

/// <summary>An e-mail address, kept as text and refused when it is none.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.EmailAddress, ValueEditorIsReusable = true)]
internal sealed class EmailAddressPropertyEditor : DataEditor
{
    private readonly ILocalizedTextService _texts;

    public EmailAddressPropertyEditor(IDataValueEditorFactory factory, ILocalizedTextService texts)
        : base(factory)
    {
        _texts = texts;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor()
    {
        var editor = base.CreateValueEditor();
        editor.Validators.Add(new EmailValidator(_texts));
        return editor;
    }
}

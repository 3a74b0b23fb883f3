using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Tags;
using NKCSI.Cms.Storage.Urls;
using NKCSI.Cms.Storage.Users;

namespace NKCSI.Cms.Storage.Languages;

/// <summary>Deletes a language with everything that was written in it.</summary>
internal sealed class LanguageRemoval(ScopedDatabase database)
{
    public void Remove(int id)
    {
        var rows = database.Context;
        rows.Set<LanguageRow>()
            .Where(row => row.FallbackLanguageId == id)
            .ExecuteUpdate(set => set.SetProperty(row => row.FallbackLanguageId, (int?)null));
        rows.Set<DictionaryTextRow>().Where(row => row.LanguageId == id).ExecuteDelete();
        rows.Set<PropertyDataRow>().Where(row => row.LanguageId == id).ExecuteDelete();
        rows.Set<ContentVersionCultureRow>().Where(row => row.LanguageId == id).ExecuteDelete();
        rows.Set<DocumentCultureRow>().Where(row => row.LanguageId == id).ExecuteDelete();
        rows.Set<ContentScheduleRow>().Where(row => row.LanguageId == id).ExecuteDelete();

        var tags = rows.Set<TagRow>().Where(row => row.LanguageId == id);
        rows.Set<TagRelationshipRow>().Where(row => tags.Select(tag => tag.Id).Contains(row.TagId)).ExecuteDelete();
        tags.ExecuteDelete();

        rows.Set<DocumentUrlRow>().Where(row => row.LanguageId == id).ExecuteDelete();
        rows.Set<DocumentUrlAliasRow>().Where(row => row.LanguageId == id).ExecuteDelete();
        // No foreign key guards this one.
        rows.Set<DomainRow>()
            .Where(row => row.LanguageId == id)
            .ExecuteUpdate(set => set.SetProperty(row => row.LanguageId, (int?)null));
        rows.Set<UserGroupLanguageRow>().Where(row => row.LanguageId == id).ExecuteDelete();
        rows.Set<LanguageRow>().Where(row => row.Id == id).ExecuteDelete();
    }
}

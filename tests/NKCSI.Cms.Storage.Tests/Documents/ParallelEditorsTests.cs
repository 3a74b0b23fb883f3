using System.Globalization;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Services;
using Xunit;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Cms.Storage.Tests.Documents;

public sealed class ParallelEditorsTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private const int Editors = 8;
    private const int Rounds = 5;

    [Fact]
    public async Task SaveAndPublish_EightEditorsAtOnce_NoneFailsAndTheRowsAgree()
    {
        var site = new DocumentSite(cms);
        var type = await site.TypeAsync("parallel");
        var parent = site.Published(type, "Обща страница");

        await Task.WhenAll(
            Enumerable
                .Range(0, Editors)
                .Select(editor =>
                    Task.Run(() =>
                    {
                        // All choose the same name: each must get one of its own.
                        var document = site.Saved(type, "Паралелна", "0", parent.Id);
                        for (var round = 1; round <= Rounds; round++)
                        {
                            var current = site.Documents.GetById(document.Key)!;
                            current.SetValue("title", round.ToString(CultureInfo.InvariantCulture));
                            Assert.True(site.Documents.Save(current).Success);
                            site.Publish(current);
                        }
                    })
                )
        );

        var children = cms.Rows<NodeRow, List<NodeRow>>(rows => [.. rows.Where(row => row.ParentId == parent.Id)]);
        Assert.Equal(Editors, children.Count);
        Assert.Equal(Editors, children.Select(child => child.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(Enumerable.Range(0, Editors), children.Select(child => child.SortOrder).Order());
        Assert.All(children, child => Assert.Equal($"{parent.Path},{child.Id}", child.Path));
        foreach (var child in children)
        {
            AssertVersions(child.Id);
            Assert.Equal("5", site.Documents.GetById(child.Id)!.GetValue<string>("title"));
        }
    }

    private void AssertVersions(int nodeId)
    {
        var versions = cms.Rows<ContentVersionRow, List<ContentVersionRow>>(rows =>
            [.. rows.Where(row => row.NodeId == nodeId)]
        );
        var ids = versions.Select(version => version.Id).ToArray();
        var published = cms.Rows<DocumentVersionRow, List<int>>(rows =>
            [.. rows.Where(row => ids.Contains(row.Id) && row.Published).Select(row => row.Id)]
        );
        var document = cms.Rows<DocumentRow, DocumentRow>(rows => rows.Single(row => row.NodeId == nodeId));
        var values = cms.Rows<PropertyDataRow, List<PropertyDataRow>>(rows =>
            [.. rows.Where(row => ids.Contains(row.VersionId))]
        );

        var current = Assert.Single(versions, version => version.Current);
        Assert.Equal(Rounds + 1, versions.Count);
        Assert.True(Assert.Single(published) < current.Id);
        Assert.True(document.Published);
        Assert.False(document.Edited);
        Assert.Equal(versions.Count, values.Select(value => value.VersionId).Distinct().Count());
        Assert.Equal(versions.Count, values.Count);
    }
}

using System.Text;
using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Tests.Support;

namespace NKCSI.Cms.Sync.Tests.Files;

public sealed class SyncFolderTests : IDisposable
{
    private const string Language = """
        <Language Key="eec79294-0000-0000-0000-000000000000" Alias="en-US" Level="0">
          <Name>English</Name>
          <IsoCode>en-US</IsoCode>
          <IsMandatory>False</IsMandatory>
          <IsDefault>true</IsDefault>
        </Language>
        """;

    private readonly TemporarySyncFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ReadAsync_WithAndWithoutByteOrderMark_ReadsBoth()
    {
        folder.Write(
            folder.Root,
            "Languages/a.config",
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Language)]
        );
        folder.Write(
            "Dictionary/b.config",
            """<Dictionary Key="0d5b2c86-1b0f-4d0e-8d6e-7c3f6b4d9a10" Alias="A" Level="0" />"""
        );

        var read = await ReadAsync(folder.Root);

        Assert.Equal(["en-US", "A"], read.Files.OrderBy(file => file.Kind).Select(file => file.Alias));
        Assert.Empty(read.Unreadable);
        Assert.Empty(read.Notes);
    }

    [Fact]
    public async Task ReadAsync_WindowsLineEndsAndCData_ReadsTheSameText()
    {
        folder.Write(
            "Languages/a.config",
            Language
                .Replace("<Name>English</Name>", "<Name><![CDATA[English]]></Name>", StringComparison.Ordinal)
                .ReplaceLineEndings("\r\n")
        );

        var file = Assert.Single((await ReadAsync(folder.Root)).Files);

        Assert.Equal("English", file.Xml.Text("Name"));
        Assert.False(file.Xml.Flag("IsMandatory"));
        Assert.True(file.Xml.Flag("IsDefault"));
    }

    [Fact]
    public async Task ReadAsync_TwoRoots_LaterOneWinsByRelativePath()
    {
        folder.Write(folder.Other("Root"), "Languages/en-us.config", Encoding.UTF8.GetBytes(Language));
        folder.Write("languages/EN-US.config", Language.Replace("English", "American", StringComparison.Ordinal));

        var file = Assert.Single((await ReadAsync(folder.Other("Root"), folder.Root)).Files);

        Assert.Equal("American", file.Xml.Text("Name"));
        Assert.Equal(folder.Root, file.Root);
    }

    [Fact]
    public async Task ReadAsync_BrokenXml_IsToldOfItsFileAndTheRestIsRead()
    {
        folder.Write("Languages/a.config", Language).Write("Languages/b.config", "<Language");

        var read = await ReadAsync(folder.Root);

        Assert.Single(read.Files);
        var failed = Assert.Single(read.Unreadable);
        Assert.Equal("Languages/b.config", failed.File);
        Assert.Equal("NotXml", Assert.Single(failed.Messages).Code);
    }

    [Theory]
    [InlineData("""<Language Alias="en-US" />""", "@Key", "AttributeMissing")]
    [InlineData("""<Language Key="не е ключ" Alias="en-US" />""", "@Key", "NotAKey")]
    [InlineData("""<Template Key="0d5b2c86-1b0f-4d0e-8d6e-7c3f6b4d9a10" Alias="a" />""", "Template", "WrongElement")]
    [InlineData(
        """<Language Key="0d5b2c86-1b0f-4d0e-8d6e-7c3f6b4d9a10" Alias="a" Level="x" />""",
        "@Level",
        "NotANumber"
    )]
    public async Task ReadAsync_BadRootElement_NamesTheElement(string xml, string element, string code)
    {
        folder.Write("Languages/a.config", xml);

        var message = Assert.Single(Assert.Single((await ReadAsync(folder.Root)).Unreadable).Messages);

        Assert.Equal((element, code), (message.Element, message.Code));
    }

    [Fact]
    public async Task ReadAsync_TwoFilesWithOneKey_KeepsTheFirst()
    {
        const string Item = """<Dictionary Key="0d5b2c86-1b0f-4d0e-8d6e-7c3f6b4d9a10" Alias="A" Level="0" />""";
        folder.Write("Dictionary/a.config", Item).Write("Dictionary/b.config", Item);

        var read = await ReadAsync(folder.Root);

        Assert.Equal("Dictionary/a.config", Assert.Single(read.Files).Path);
        Assert.Equal("Dictionary/b.config", Assert.Single(read.Unreadable).File);
    }

    [Fact]
    public async Task ReadAsync_ItemAndMarkerOfOneKey_ItemWins()
    {
        folder
            .Write(
                "Dictionary/a.config",
                """<Dictionary Key="0d5b2c86-1b0f-4d0e-8d6e-7c3f6b4d9a10" Alias="A" Level="0" />"""
            )
            .Write(
                "Dictionary/b.config",
                """<Empty Key="0d5b2c86-1b0f-4d0e-8d6e-7c3f6b4d9a10" Alias="A" Change="Delete" />"""
            )
            .Write(
                "Dictionary/c.config",
                """<Empty Key="0d5b2c86-1b0f-4d0e-8d6e-7c3f6b4d9a11" Alias="B" Change="Delete" />"""
            );

        var read = await ReadAsync(folder.Root);

        Assert.Single(read.Files);
        Assert.Equal("B", Assert.Single(read.Markers).Alias);
    }

    [Fact]
    public async Task ReadAsync_UnknownFolder_IsNotedAndLeftAlone()
    {
        folder.Write("SchemeMappings/a.config", "<Mapping />").Write("SchemeMappings/b.config", "not even XML");

        var read = await ReadAsync(folder.Root);

        Assert.Empty(read.Files);
        Assert.Empty(read.Unreadable);
        var note = Assert.Single(read.Notes);
        Assert.Equal("UnknownFolder", note.Code);
        Assert.Equal(["SchemeMappings", 2], note.Arguments);
    }

    [Fact]
    public async Task ReadAsync_FilesInSubfolders_AreRead()
    {
        folder.Write("Languages/a/b/c.config", Language);

        Assert.Single((await ReadAsync(folder.Root)).Files);
    }

    [Fact]
    public async Task ReadAsync_NoFolderAtAll_IsAnError()
    {
        var read = await ReadAsync(folder.Other("nothing"));

        Assert.True(Assert.Single(read.Notes).IsError);
    }

    [Fact]
    public async Task ReadAsync_SettingsOnly_LeavesContentUnread()
    {
        folder.Write("Languages/a.config", Language).Write("Content/a.config", "<Content");

        var read = await SyncFolder.ReadAsync(
            [folder.Root],
            SyncGroups.Settings,
            TestContext.Current.CancellationToken
        );

        Assert.Single(read.Files);
        Assert.Empty(read.Unreadable);
    }

    [Fact]
    public async Task ReadAsync_GenuineFolder_ReadsEveryFile()
    {
        Assert.SkipUnless(GenuineFolder.IsThere, GenuineFolder.WhyNot);

        var read = await ReadAsync(GenuineFolder.Path);

        Assert.Empty(read.Unreadable);
        Assert.Equal(642, read.Files.Count);
        Assert.Equal(156, read.Files.Count(file => file.Kind == SyncKind.Content));
        Assert.Equal(["SchemeWeaverMappings", 146], Assert.Single(read.Notes).Arguments);
    }

    private static Task<SyncFolder> ReadAsync(params string[] roots) =>
        SyncFolder.ReadAsync(roots, SyncGroups.All, TestContext.Current.CancellationToken);
}

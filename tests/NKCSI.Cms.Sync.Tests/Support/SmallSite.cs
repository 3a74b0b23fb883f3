namespace NKCSI.Cms.Sync.Tests.Support;

/// <summary>A site of a few files, written by hand, that has one of everything.</summary>
internal static class SmallSite
{
    public static readonly Guid Text = new("3b1c9d52-6f0a-4a53-8f2e-1f5f2a7d0c11");
    public static readonly Guid Page = new("f0c6b1a1-5a3f-4a4d-8d0c-2f9d3b8e1d13");
    public static readonly Guid Summary = new("2c9d0a1b-7f4e-4f0e-a6c1-0d4b5e8f9a14");
    public static readonly Guid Home = new("11c1d2e3-f4a5-4b6c-8d7e-8f9a0b1c2d20");
    public static readonly Guid News = new("22c1d2e3-f4a5-4b6c-8d7e-8f9a0b1c2d21");
    public static readonly Guid Picture = new("4e5f6071-8293-4b4c-8d5e-6f7081920322");
    public static readonly Guid Menu = new("0d5b2c86-1b0f-4d0e-8d6e-7c3f6b4d9a10");

    public static TemporarySyncFolder WriteTo(TemporarySyncFolder folder)
    {
        folder
            .Write("Languages/bg.config", Language("bg-BG", "Български", isDefault: true, string.Empty))
            .Write("Languages/en.config", Language("en-US", "English", isDefault: false, "<Fallback>bg-BG</Fallback>"))
            .Write(
                "Dictionary/menu.config",
                $"""
                <Dictionary Key="{Menu}" Alias="Menu" Level="0">
                  <Info />
                  <Translations><Translation Language="bg-BG">Меню</Translation><Translation Language="de-DE">Menü</Translation></Translations>
                </Dictionary>
                """
            )
            .Write(
                "Dictionary/a-child.config",
                """
                <Dictionary Key="0d5b2c86-1b0f-4d0e-8d6e-7c3f6b4d9a11" Alias="Menu.Home" Level="1">
                  <Info><Parent>Menu</Parent></Info>
                  <Translations><Translation Language="bg-BG">Начало</Translation><Translation Language="en-US">Home</Translation></Translations>
                </Dictionary>
                """
            )
            .Write(
                "DataTypes/Text.config",
                $$"""
                <DataType Key="{{Text}}" Alias="Кратък текст" Level="2">
                  <Info>
                    <Name>Кратък текст</Name>
                    <EditorAlias>Umbraco.TextBox</EditorAlias>
                    <EditorUIAlias>Umb.PropertyEditorUi.TextBox</EditorUIAlias>
                    <Folder>Texts/Short+ones</Folder>
                  </Info>
                  <Config><![CDATA[{ "maxChars": 80 }]]></Config>
                </DataType>
                """
            )
            .Write("ContentTypes/a-page.config", PageType())
            .Write("ContentTypes/summary.config", SummaryType())
            .Write("Content/home.config", Document(Home, Guid.Empty, "Начало", "Home", 1, 0, english: "true"))
            .Write("Content/a-news.config", Document(News, Home, "Новини", "News", 2, 3, english: "false"))
            .Write("Media/picture.config", Image())
            .Write(folder.Other("media"), "a1b2c3d4/picture.txt", "съдържание"u8.ToArray())
            .Write("Domains/root.config", Domain("/", "bg-BG", "false", 0))
            .Write("Domains/en.config", Domain("/en", "en-US", "false", 1))
            .Write("Domains/culture.config", Domain("*1491", "bg-BG", "true", 2));
        return folder;
    }

    public static string Language(string isoCode, string name, bool isDefault, string fallback) =>
        $"""
            <Language Key="eec79294-0000-0000-0000-000000000000" Alias="{isoCode}" Level="0">
              <Name>{name}</Name>
              <IsoCode>{isoCode}</IsoCode>
              <IsMandatory>{isDefault}</IsMandatory>
              <IsDefault>{isDefault}</IsDefault>
              {fallback}
            </Language>
            """;

    public static string Document(
        Guid key,
        Guid parent,
        string name,
        string englishName,
        int level,
        int sortOrder,
        string english
    ) =>
        $"""
            <Content Key="{key}" Alias="{name}" Level="{level}">
              <Info>
                <Parent Key="{parent}">родител</Parent>
                <Path>/{name}</Path>
                <Trashed>false</Trashed>
                <ContentType>page</ContentType>
                <CreateDate>2026-02-01T09:30:00</CreateDate>
                <NodeName Default="{name}"><Name Culture="bg-BG">{name}</Name><Name Culture="en-US">{englishName}</Name></NodeName>
                <SortOrder>{sortOrder}</SortOrder>
                <Published Default="true"><Published Culture="bg-BG">true</Published><Published Culture="en-US">{english}</Published></Published>
                <Schedule />
                <Template />
              </Info>
              <Properties>
                <title><Value Culture="bg-BG"><![CDATA[Заглавие]]></Value><Value Culture="en-US"><![CDATA[Title]]></Value></title>
                <summary><Value><![CDATA[]]></Value></summary>
              </Properties>
            </Content>
            """;

    private static string PageType() =>
        $"""
            <ContentType Key="{Page}" Alias="page" Level="2">
              <Info>
                <Name>Страница</Name>
                <Icon>icon-document</Icon>
                <Thumbnail>folder.png</Thumbnail>
                <Description>Обикновена страница</Description>
                <AllowAtRoot>True</AllowAtRoot>
                <ListView>00000000-0000-0000-0000-000000000000</ListView>
                <Variations>Culture</Variations>
                <IsElement>false</IsElement>
                <HistoryCleanup>
                  <PreventCleanup>True</PreventCleanup>
                  <KeepAllVersionsNewerThanDays>7</KeepAllVersionsNewerThanDays>
                  <KeepLatestVersionPerDayForDays></KeepLatestVersionPerDayForDays>
                </HistoryCleanup>
                <Folder>Pages</Folder>
                <Compositions><Composition Key="{Summary}">summaryPart</Composition></Compositions>
                <DefaultTemplate></DefaultTemplate>
                <AllowedTemplates />
              </Info>
              <Structure><ContentType Key="{Page}" SortOrder="0">page</ContentType></Structure>
              <GenericProperties>
                {Property("9a8b7c6d-5e4f-4a3b-9c2d-1e0f9a8b7c16", "title", "Заглавие", 0, "Culture")}
                {Property("9a8b7c6d-5e4f-4a3b-9c2d-1e0f9a8b7c17", "author", "Автор", 0, "Nothing")}
              </GenericProperties>
              <Tabs>
                <Tab><Key>1f2e3d4c-5b6a-4789-8a9b-0c1d2e3f4a17</Key><Caption>Съдържание</Caption><Alias>content</Alias><Type>Tab</Type><SortOrder>0</SortOrder></Tab>
                <Tab><Key>2f2e3d4c-5b6a-4789-8a9b-0c1d2e3f4a18</Key><Caption>Основно</Caption><Alias>content/main</Alias><Type>Group</Type><SortOrder>0</SortOrder></Tab>
              </Tabs>
            </ContentType>
            """;

    private static string SummaryType() =>
        $"""
            <ContentType Key="{Summary}" Alias="summaryPart" Level="1">
              <Info>
                <Name>Резюме</Name>
                <Icon>icon-document</Icon>
                <AllowAtRoot>False</AllowAtRoot>
                <Variations>Culture</Variations>
                <IsElement>true</IsElement>
                <Compositions />
                <DefaultTemplate></DefaultTemplate>
                <AllowedTemplates />
              </Info>
              <Structure />
              <GenericProperties>
                {Property("7a8b7c6d-5e4f-4a3b-9c2d-1e0f9a8b7c18", "summary", "Резюме", 0, "Nothing")}
              </GenericProperties>
              <Tabs>
                <Tab><Key>3f2e3d4c-5b6a-4789-8a9b-0c1d2e3f4a19</Key><Caption>Основно</Caption><Alias>content/main</Alias><Type>Group</Type><SortOrder>0</SortOrder></Tab>
              </Tabs>
            </ContentType>
            """;

    private static string Property(string key, string alias, string name, int sortOrder, string variations) =>
        $"""
            <GenericProperty>
              <Key>{key}</Key>
              <Name>{name}</Name>
              <Alias>{alias}</Alias>
              <Definition>{Text}</Definition>
              <Type>Umbraco.TextBox</Type>
              <Mandatory>false</Mandatory>
              <Validation></Validation>
              <Description><![CDATA[]]></Description>
              <SortOrder>{sortOrder}</SortOrder>
              <Tab Alias="content/main">Основно</Tab>
              <Variations>{variations}</Variations>
              <MandatoryMessage></MandatoryMessage>
              <ValidationRegExpMessage></ValidationRegExpMessage>
              <LabelOnTop>false</LabelOnTop>
            </GenericProperty>
            """;

    private static string Image() =>
        $$"""
            <Media Key="{{Picture}}" Alias="Файл" Level="1">
              <Info>
                <Parent Key="00000000-0000-0000-0000-000000000000"></Parent>
                <Path>/File</Path>
                <Trashed>false</Trashed>
                <ContentType>File</ContentType>
                <CreateDate>2026-02-01T09:00:00</CreateDate>
                <NodeName Default="Файл" />
                <SortOrder>0</SortOrder>
              </Info>
              <Properties>
                <umbracoFile><Value><![CDATA[/media/a1b2c3d4/picture.txt]]></Value></umbracoFile>
              </Properties>
            </Media>
            """;

    private static string Domain(string name, string language, string isWildcard, int sortOrder) =>
        $"""
            <Domain Key="5f785b64-0000-0000-0000-000000000000" Alias="{name}">
              <Info>
                <IsWildcard>{isWildcard}</IsWildcard>
                <Language>{language}</Language>
                <Root Key="{Home}">/Начало</Root>
                <SortOrder>{sortOrder}</SortOrder>
              </Info>
            </Domain>
            """;
}

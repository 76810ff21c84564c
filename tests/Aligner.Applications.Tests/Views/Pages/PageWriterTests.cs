using System.Text.Json;
using Aligner.Applications.Views;
using Aligner.Applications.Views.Pages;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Applications.Tests.Views.Pages;

public sealed class PageWriterTests : IDisposable
{
    private const string Begin = "<script type=\"application/json\" id=\"data\">", End = "</script>";

    private readonly TempFolder _folder = new();

    [Fact]
    public void The_page_holds_the_pairs_with_their_links()
    {
        ViewedPair pair = new(
            7,
            new TokenizedPair(["a", "b"], ["c"]),
            [
                new AnnotatedAlignment(
                    [new AnnotatedLink(new Link(0, 0), Probability: 0.9876f)], LogProbability: -1.23456),
                AnnotatedAlignment.From(Alignment.Of(new Link(1, 0))),
            ],
            new GoldAlignment(Alignment.Of(new Link(0, 0)), Alignment.Of(new Link(1, 0))));
        JsonElement data = Data(new PageContent
        {
            Title = "the title",
            SourceLanguage = "de",
            Systems = ["one", "two"],
            Pairs = [pair],
        });
        data.GetProperty("title").GetString().ShouldBe("the title");
        data.GetProperty("languages").GetRawText().ShouldBe("""["de",null]""");
        data.GetProperty("systems").GetRawText().ShouldBe("""["one","two"]""");
        data.GetProperty("pairs").GetRawText().ShouldBe(
            """[[7,["a","b"],["c"],[[[0,0],[988],-1.2346],[[1,0],null,null]],[0,0],[1,0]]]""");
    }

    [Fact]
    public void No_text_can_end_the_data()
    {
        string[] hostile =
        [
            "</script>", "<!--", "<SCRIPT", "\u2028\u2029", "\"'`&", "\\", "\0\u001F", "\U0001F600", "\"DATA\"", "]]>",
        ];
        PageContent content = new()
        {
            Title = hostile[0],
            Pairs = [new ViewedPair(1, new TokenizedPair(hostile, hostile), [])],
        };
        string page = Write(content);
        string data = DataOf(page);
        data.ShouldNotContain('<');
        data.ShouldNotContain('\u2028');
        page.Split(End).Length.ShouldBe(Write(new PageContent { Title = "x" }).Split(End).Length);
        JsonElement pair = JsonDocument.Parse(data).RootElement.GetProperty("pairs")[0];
        pair[1].EnumerateArray().Select(word => word.GetString()).ShouldBe(hostile);
    }

    [Fact]
    public void The_same_words_have_the_same_name_whatever_their_links()
    {
        string Id(params ViewedPair[] pairs) =>
            Data(new PageContent { Title = "x", Pairs = pairs }).GetProperty("id").GetString()!;
        string id = Id(ViewedPairs.Of("a b ||| c", null, [(0, 0)]));
        Id(ViewedPairs.Of("a b ||| c", [(0, 0)])).ShouldBe(id);
        Id(ViewedPairs.Of("a ||| b c", null)).ShouldNotBe(id);
        Id(ViewedPairs.Of("a b ||| d", null)).ShouldNotBe(id);
    }

    [Fact]
    public void The_page_needs_no_network()
    {
        string page = Write(new PageContent { Title = "x" });
        page.ShouldContain("default-src 'none'");
        page.ShouldNotContain(" src=");
        page.Split("href=\"").Skip(1).ShouldAllBe(rest => rest.StartsWith("data:", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private JsonElement Data(PageContent content) => JsonDocument.Parse(DataOf(Write(content))).RootElement;

    private static string DataOf(string page)
    {
        int begin = page.LastIndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return page[begin..page.IndexOf(End, begin, StringComparison.Ordinal)];
    }

    private string Write(PageContent content)
    {
        string path = _folder.Path("page");
        using (TextOutput output = TextOutput.Create(path, overwrite: true))
        {
            PageWriter.Write(content, output);
            output.Commit();
        }

        return File.ReadAllText(path);
    }
}

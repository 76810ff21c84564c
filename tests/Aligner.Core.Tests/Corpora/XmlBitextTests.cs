using System.IO.Compression;
using System.Text;
using Aligner.Core.Corpora;

namespace Aligner.Core.Tests.Corpora;

public sealed class XmlBitextTests : IDisposable
{
    private const string Tmx = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE tmx SYSTEM "tmx14.dtd">
        <tmx version="1.4"><header srclang="en-US" datatype="plaintext"/><body>
        <tu><note>draft</note>
          <tuv xml:lang="fr"><seg>la <bpt i="1">&lt;b&gt;<sub>x</sub></bpt>maison<ept i="1">&lt;/b&gt;</ept></seg></tuv>
          <tuv xml:lang="en"><seg>the <hi>white
        house</hi> &amp; <![CDATA[a<b]]><ph>{1}</ph></seg></tuv></tu>
        <tu><tuv xml:lang="de"><seg>ohne Quelle</seg></tuv><tuv xml:lang="fr"><seg>sans source</seg></tuv></tu>
        <tu><tuv xml:lang="EN-us"><seg>one</seg></tuv><tuv xml:lang="de"><seg>eins</seg></tuv>
          <tuv lang="fr-CA"><seg>un</seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg/></tuv><tuv xml:lang="fr"><seg>vide</seg></tuv></tu>
        </body></tmx>
        """;

    private const string Xliff2 = """
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de">
        <file id="f"><unit id="1">
          <originalData><data id="d">&lt;br/&gt;</data></originalData>
          <mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#1">
            <source>no</source><target>nein</target></mtc:match></mtc:matches>
          <segment><source>Press <pc id="1">F1<ph id="2"/></pc> <mrk id="m">now</mrk></source>
            <target>Jetzt <pc id="1">F1</pc></target></segment>
          <ignorable><source> </source></ignorable>
          <segment><source>Untranslated.</source></segment>
          <segment><source>Two</source><target>Zwei</target></segment>
        </unit></file></xliff>
        """;

    private const string Xliff1 = """
        <?xml version="1.0"?>
        <xliff version="1.2"><file source-language="en" target-language="de"><body>
        <trans-unit id="1"><source>a <g id="1">b</g><x id="2"/></source>
          <seg-source><mrk mtype="seg">a b</mrk></seg-source>
          <target>c <bpt id="3">code</bpt>d</target>
          <alt-trans><source>e</source><target>f</target></alt-trans></trans-unit>
        </body></file></xliff>
        """;

    private readonly TempFolder _folder = new();

    [Fact]
    public void Tmx_gives_a_pair_for_each_unit_with_both_languages() => Read(Tmx).ShouldBe([
        new(1, "the white house & a<b", "la maison"), new(2, "one", "un"), new(3, "", "vide")]);

    [Theory]
    [InlineData("fr", "en", "la maison|the white house & a<b;un|one;vide|")]
    [InlineData("de", "FR", "ohne Quelle|sans source;eins|un")]
    [InlineData("de", "en-US", "eins|one")]
    public void Named_languages_are_those_of_the_pairs(string source, string target, string expected) =>
        string.Join(';', Read(Tmx, new LanguagePair(source, target)).Select(pair => $"{pair.Source}|{pair.Target}"))
            .ShouldBe(expected);

    [Theory]
    [InlineData("de", "en")]
    [InlineData("en", "de")]
    public void Xliff_is_turned_as_the_languages_ask(string source, string target)
    {
        SentencePair forward = Read(Xliff1).ShouldHaveSingleItem();

        SentencePair pair = Read(Xliff1, new LanguagePair(source, target)).ShouldHaveSingleItem();

        (pair.Source, pair.Target).ShouldBe(
            source == "en" ? (forward.Source, forward.Target) : (forward.Target, forward.Source));
    }

    [Fact]
    public void Languages_without_a_pair_are_bad_data_that_lists_those_of_the_file()
    {
        foreach (string file in new[] { Tmx, Xliff1, Xliff2 })
        {
            DataException exception = Should.Throw<DataException>(() => Read(file, new LanguagePair("en", "ja")));
            exception.Message.ShouldContain("'ja'");
            exception.Message.ShouldContain("de");
        }
    }

    [Fact]
    public void A_text_without_languages_cannot_be_asked_for_them() =>
        Should.Throw<DataException>(() => Read("a ||| b\n", new LanguagePair("en", "de")));

    [Fact]
    public void Without_a_source_language_the_first_variant_is_the_source() =>
        Read("""
            <tmx><header srclang="*all*"/><body>
            <tu><tuv xml:lang="de"><seg>eins</seg></tuv><tuv xml:lang="en"><seg>one</seg></tuv></tu></body></tmx>
            """).ShouldBe([new(1, "eins", "one")]);

    [Fact]
    public void Xliff_2_gives_a_pair_for_each_segment_with_a_target() =>
        Read(Xliff2).ShouldBe([new(1, "Press F1 now", "Jetzt F1"), new(2, "Two", "Zwei")]);

    [Fact]
    public void Xliff_1_gives_a_pair_for_each_unit_with_a_target() =>
        Read(Xliff1).ShouldBe([new(1, "a b", "c d")]);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_tells_the_encoding(string encoding)
    {
        string path = _folder.Path("marked");
        string text = Tmx.Replace("UTF-8", encoding, StringComparison.Ordinal);
        File.WriteAllText(path, text, Encoding.GetEncoding(encoding));

        ReadFile(path).Count.ShouldBe(3);
    }

    [Fact]
    public void Compressed_files_are_read_too()
    {
        string path = _folder.Path("t.tmx.gz");
        using (GZipStream stream = new(File.Create(path), CompressionMode.Compress))
        {
            stream.Write(Encoding.UTF8.GetBytes(Tmx));
        }

        ReadFile(path).Count.ShouldBe(3);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^30] ^= 0x55;
        File.WriteAllBytes(path, bytes);
        Should.Throw<DataException>(() => ReadFile(path));
    }

    [Theory]
    [InlineData("<b> ||| <i>\n")]
    [InlineData("<t ||| <x\n")]
    [InlineData("<\t>")]
    public void Text_that_begins_with_a_bracket_is_text(string text) =>
        Read(text).ShouldHaveSingleItem().Line.ShouldBe(1);

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><html/>", "neither TMX nor XLIFF")]
    [InlineData("<tmx><body><tu>", ":1: ")]
    [InlineData("<?xml version=\"1.0\"?>", ": ")]
    [InlineData("<tmx><body>\n<tu><tuv xml:lang=\"a\"><seg>&x;</seg></tuv></tu></body></tmx>", ":2: ")]
    [InlineData("<!DOCTYPE", "no TAB")]
    public void Broken_files_are_bad_data(string text, string message) =>
        Should.Throw<DataException>(() => Read(text)).Message.ShouldContain(message);

    [Fact]
    public void Entities_that_the_file_defines_are_not_believed()
    {
        string secret = _folder.Write("secret", "secret");
        string text = $"""
            <?xml version="1.0"?>
            <!DOCTYPE tmx [<!ENTITY a SYSTEM "{secret}"> <!ENTITY b "&a;&a;">]>
            <tmx><body><tu><tuv xml:lang="a"><seg>&b;</seg></tuv><tuv xml:lang="b"><seg>b</seg></tuv></tu></body></tmx>
            """;

        Should.Throw<DataException>(() => Read(text)).Message.ShouldNotContain("secret\"");
    }

    [Fact]
    public void Deep_files_are_refused() =>
        Should.Throw<DataException>(() => Read("<tmx>" + string.Concat(Enumerable.Repeat("<a>", 10_000)))).Message
            .ShouldContain("within more than 256");

    public void Dispose() => _folder.Dispose();

    private List<SentencePair> Read(string text, LanguagePair? languages = null) =>
        ReadFile(_folder.Write("in", text), languages);

    private static List<SentencePair> ReadFile(string path, LanguagePair? languages = null)
    {
        using BitextReader reader = languages is null ? BitextReader.Open(path) : BitextReader.Open(path, languages);
        List<SentencePair> pairs = [];
        while (reader.Read() is { } pair)
        {
            pairs.Add(pair);
        }

        return pairs;
    }
}

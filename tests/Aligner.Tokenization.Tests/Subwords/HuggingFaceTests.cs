extern alias HuggingFace;

using System.Text.Json.Nodes;
using Aligner.Core.Text;
using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Tests.Words;
using FsCheck;
using FsCheck.Fluent;
using Reference = HuggingFace::Tokenizers.DotNet.Tokenizer;
using TestData = Aligner.Testing.TestData;

namespace Aligner.Tokenization.Tests.Subwords;

/// <summary>The same ids and the same text as by the Rust library of Hugging Face.</summary>
public class HuggingFaceTests
{
    private const int LinesOfLanguage = 500;

    /// <summary>Bytes as visible characters, some of them in pairs.</summary>
    private const string ByteLevel = """
        {"type": "BPE", "merges": [["Ġ", "a"], ["Ã", "©"]],
         "vocab": {"a": 0, "b": 1, "Ġ": 2, "Ã": 3, "©": 4, "Ġa": 5, "Ã©": 6, ".": 7, "Ð": 8, "Ċ": 9}}
        """;

    /// <summary>FLORES-200: 500 sentences in each of 203 languages.</summary>
    [Theory]
    [InlineData("mbert-cased/tokenizer.json")]
    [InlineData("xlmr/tokenizer.json.gz")]
    public void Hundred_thousand_lines_in_two_hundred_languages(string file)
    {
        (int lines, int languages) = Compare(TestData.File($"tokenizers/{file}"), LinesOfLanguage);

        lines.ShouldBeGreaterThan(100_000);
        languages.ShouldBeGreaterThan(200);
    }

    [Theory]
    [InlineData("mbert-uncased/tokenizer.json")]
    [InlineData("bert-base-uncased/tokenizer.json")]
    public void Lines_of_each_language(string file) =>
        Compare(TestData.File($"tokenizers/{file}"), LinesOfLanguage / 50).Lines.ShouldBeGreaterThan(2_000);

    [Fact]
    public void Lines_of_each_language_by_the_tokenizer_that_ships() =>
        Compare(Path.Combine(AppContext.BaseDirectory, "shipped-tokenizer.json"), LinesOfLanguage / 50)
            .Lines.ShouldBeGreaterThan(2_000);

    public static TheoryData<string, string> Steps => new()
    {
        {
            """
            {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
             "max_input_chars_per_word": 100, "vocab": {"[UNK]": 0, "un": 1, "##able": 2, "##a": 3, "a": 4, ".": 5}}
            """,
            """
            "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                "strip_accents": null, "lowercase": true},
            "pre_tokenizer": {"type": "BertPreTokenizer"},
            "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": true}
            """
        },
        {
            TinyTokenizer.Unigram,
            """
            "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true},
            "decoder": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true}
            """
        },
        {
            ByteLevel,
            """
            "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": true},
            "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": true}
            """
        },
        {
            """
            {"type": "BPE", "byte_fallback": true, "merges": [],
             "vocab": {"a": 0, "b": 1, "▁": 2, "<0xC3>": 3, "<0xA9>": 4, ".": 5, "<0xD0>": 6, "<0x98>": 7}}
            """,
            """
            "normalizer": {"type": "Replace", "pattern": {"String": " "}, "content": "▁"},
            "decoder": {"type": "Sequence", "decoders": [
                {"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteFallback"},
                {"type": "Fuse"}, {"type": "Strip", "content": " ", "start": 1, "stop": 0}]}
            """
        },
        { ByteLevel, """ "decoder": {"type": "BPEDecoder", "suffix": "a"} """ },
        { ByteLevel, """ "decoder": null """ },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Any_text_by_a_small_tokenizer(string model, string steps)
    {
        using TempFolder folder = new();
        string path = folder.Write("tokenizer.json", $$"""
            {"version": "1.0", "added_tokens": [], "post_processor": null, "model": {{model}}, {{steps}}}
            """);
        using Reference reference = Open(path);
        SubwordTokenizer tokenizer = SubwordTokenizer.Load(path);
        Prop.ForAll(
            Gen.Elements("a", "b", " ", ".", "é", "un", "able", "И", "日", "\n", " do not").ListOf().ToArbitrary(),
            parts =>
            {
                string text = string.Concat(parts);
                int[] ids = [.. tokenizer.EncodeToIds(text)];
                return ids.SequenceEqual(Ids(reference, text))
                    && tokenizer.Decode(ids) == reference.Decode([.. ids.Select(id => (uint)id)]);
            }).Check(TokenizerTestText.Seeded);
    }

    private static (int Lines, int Languages) Compare(string path, int linesOfLanguage)
    {
        using TempFolder folder = new();
        string plain = folder.Path("tokenizer.json");
        using (Stream content = TextInput.OpenStream(path))
        {
            JsonNode root = JsonNode.Parse(content)!;
            root["truncation"] = null;
            folder.Write("tokenizer.json", root.ToJsonString());
        }

        using Reference reference = Open(plain);
        SubwordTokenizer tokenizer = SubwordTokenizer.Load(plain);
        Dictionary<string, int> languages = [];
        using LineReader lines = TextInput.Open(TestData.File("multilingual/flores200.tsv.xz"));
        while (lines.ReadLine() is string line)
        {
            string[] columns = line.Split('\t');
            int count = languages.GetValueOrDefault(columns[0]);
            if (count < linesOfLanguage)
            {
                languages[columns[0]] = count + 1;
                CheckLine(columns[2], tokenizer, reference);
            }
        }

        return (languages.Values.Sum(), languages.Count);
    }

    private static void CheckLine(string text, SubwordTokenizer tokenizer, Reference reference)
    {
        EncodedPieces pieces = tokenizer.Encode(text);
        ReadOnlySpan<int> ids = tokenizer.AddSpecialTokens(pieces).Pieces.Ids;
        if (!ids.SequenceEqual(Ids(reference, text)))
        {
            ids.ToArray().ShouldBe(Ids(reference, text), text);
        }
    }

    private static int[] Ids(Reference reference, string text) =>
        [.. reference.Encode(text).Select(id => (int)id)];

    /// <summary>Where there is no native library for the machine, the test is skipped, visibly.</summary>
    private static Reference Open(string path)
    {
        try
        {
            return new Reference(path);
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException)
        {
            Assert.Skip($"the library of Hugging Face does not load: {exception.Message}");
            throw;
        }
    }
}

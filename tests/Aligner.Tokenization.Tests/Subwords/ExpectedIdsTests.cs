using System.Text.Json;
using System.Text.Json.Nodes;
using Aligner.Core.Text;
using Aligner.Tokenization.Subwords;

namespace Aligner.Tokenization.Tests.Subwords;

/// <summary>Published ids of real tokenizers.</summary>
public class ExpectedIdsTests
{
    [Theory]
    [InlineData("mbert.jsonl", "mbert-cased/tokenizer.json", 48)]
    [InlineData("mbert.jsonl", "mbert-cased/vocab.txt", 48)]
    [InlineData("derived_ntrex_mbert.jsonl", "mbert-cased", 387)]
    [InlineData("xlmr.jsonl", "xlmr/tokenizer.json.gz", 188)]
    [InlineData("derived_ntrex_xlmr.jsonl", "xlmr", 387)]
    [InlineData("xlmr.jsonl", "xlmr/sentencepiece.bpe.model.gz", 188)]
    public void Every_reproducible_row(string expected, string tokenizer, int rows) =>
        Check(Rows(expected), SubwordTokenizer.Load(TestData.File($"tokenizers/{tokenizer}"))).ShouldBe(rows);

    [Theory]
    [InlineData("Xenova/bert-base-uncased", "bert-base-uncased/tokenizer.json", 29)]
    [InlineData("Xenova/bert-base-uncased", "bert-base-uncased/vocab.txt", 29)]
    [InlineData("Xenova/bert-base-multilingual-uncased-sentiment", "mbert-uncased", 3)]
    public void Every_reproducible_row_of_a_model(string model, string tokenizer, int rows) =>
        Check(
            Rows("bert_uncased.jsonl").Where(row => row.GetProperty("model").GetString() == model),
            SubwordTokenizer.Load(TestData.File($"tokenizers/{tokenizer}"))).ShouldBe(rows);

    /// <summary>Rows of tokenizers that have no step WhitespaceSplit: trailing blanks leave a piece U+2581.</summary>
    [Fact]
    public void Rows_of_the_variant_without_splitting_at_white_space()
    {
        using TempFolder folder = new();
        JsonNode root = JsonNode.Parse(TextInput.OpenStream(TestData.File("tokenizers/xlmr/tokenizer.json.gz")))!;
        root["pre_tokenizer"] = JsonNode.Parse("""{"type": "Metaspace"}""");
        root["normalizer"] = new JsonObject
        {
            ["type"] = "Sequence",
            ["normalizers"] = new JsonArray(
                root["normalizer"]!.DeepClone(),
                JsonNode.Parse("""{"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}""")),
        };
        SubwordTokenizer tokenizer = SubwordTokenizer.Load(folder.Write("tokenizer.json", root.ToJsonString()));

        Check(
            AllRows("xlmr.jsonl").Where(row => row.TryGetProperty("variant", out JsonElement variant)
                && variant.GetString()!.StartsWith("Metaspace only", StringComparison.Ordinal)),
            tokenizer).ShouldBe(31);
    }

    /// <summary>The example of SentencePiece's Python module.</summary>
    [Fact]
    public void The_example_of_SentencePiece() =>
        SubwordTokenizer.Load(TestData.File("tokenizers/spm-sample/test_model.model"))
            .Encode("This is a test").Ids.ToArray().ShouldBe([284, 47, 11, 4, 15, 400]);

    private static int Check(IEnumerable<JsonElement> rows, SubwordTokenizer tokenizer)
    {
        int count = 0;
        foreach (JsonElement row in rows)
        {
            string text = row.GetProperty("text").GetString()!;
            EncodedPieces pieces = tokenizer.Encode(text);
            if (row.GetProperty("ids") is { ValueKind: JsonValueKind.Array } ids)
            {
                tokenizer.AddSpecialTokens(pieces).Pieces.Ids.ToArray()
                    .ShouldBe(ids.EnumerateArray().Select(id => id.GetInt32()), text);
            }
            else
            {
                pieces.Ids.ToArray().Select(tokenizer.Piece)
                    .ShouldBe(row.GetProperty("tokens").EnumerateArray().Select(piece => piece.GetString()!), text);
            }

            count++;
        }

        return count;
    }

    private static IEnumerable<JsonElement> Rows(string file) => AllRows(file)
        .Where(row => !row.TryGetProperty("reproduced", out JsonElement reproduced) || reproduced.GetBoolean());

    private static IEnumerable<JsonElement> AllRows(string file) =>
        File.ReadLines(TestData.File($"tokenizers/expected/{file}"))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line));
}

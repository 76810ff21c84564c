using System.Text.Json.Nodes;
using Aligner.Core;
using Aligner.Neural.Models;
using Aligner.Similarity.Matrices;

namespace Aligner.Neural.Tests.Models;

public sealed class ModelManifestTests : IDisposable
{
    private static readonly ModelManifest Manifest = new()
    {
        Version = ModelManifest.CurrentVersion,
        Encoder = new EncoderConfig
        {
            Family = EncoderFamily.DistilBert,
            VocabularySize = 50,
            HiddenSize = 8,
            Layers = 3,
            Heads = 2,
            IntermediateSize = 16,
            MaxLength = 12,
            TokenTypes = 0,
            Activation = "gelu_new",
            LayerNormEpsilon = 1e-5f,
        },
        Precision = "int8",
        HiddenStates = new Dictionary<int, string> { [3] = "hidden_3" },
        DefaultLayer = 3,
        Pooling = "mean",
        Links = new LinkSettings("softmax", SimilarityLevel.Word, SimilarityMeasure.Cosine, Threshold: 0.25),
        Tokenizer = "vocab.txt",
        Files = new Dictionary<string, ModelFile> { ["vocab.txt"] = new(7, "00") },
    };

    private readonly TempFolder _folder = new();

    private string Path => _folder.Path(ModelManifest.FileName);

    [Fact]
    public void What_is_written_is_read()
    {
        Manifest.Write(_folder.Path(string.Empty));
        ModelManifest read = ModelManifest.Read(_folder.Path(string.Empty));
        read.Encoder.ShouldBe(Manifest.Encoder);
        read.Links.ShouldBe(Manifest.Links);
        read.HiddenStates.ShouldBe(Manifest.HiddenStates);
        read.Files.ShouldBe(Manifest.Files);
        (read with { Encoder = Manifest.Encoder, HiddenStates = Manifest.HiddenStates, Files = Manifest.Files })
            .ShouldBe(Manifest);
    }

    [Fact]
    public void Names_are_written_in_lower_case_with_underscores()
    {
        Manifest.Write(_folder.Path(string.Empty));
        JsonNode json = JsonNode.Parse(File.ReadAllText(Path))!;
        ((string?)json["encoder"]!["family"]).ShouldBe("distil_bert");
        ((float?)json["encoder"]!["layer_norm_epsilon"]).ShouldBe(1e-5f);
        ((string?)json["links"]!["level"]).ShouldBe("word");
        json.AsObject().ContainsKey("reduced_range").ShouldBeFalse();
        json.AsObject().ContainsKey("lexicon").ShouldBeFalse();
    }

    [Theory]
    [InlineData("activation")]
    [InlineData("layer_norm_epsilon")]
    [InlineData("heads")]
    public void A_shape_that_is_not_complete_is_refused(string property)
    {
        Manifest.Write(_folder.Path(string.Empty));
        JsonNode json = JsonNode.Parse(File.ReadAllText(Path))!;
        json["encoder"]!.AsObject().Remove(property).ShouldBeTrue();
        File.WriteAllText(Path, json.ToJsonString());
        Should.Throw<DataException>(() => ModelManifest.Read(_folder.Path(string.Empty)))
            .Message.ShouldContain(property);
    }

    [Theory]
    [InlineData("encoder", "layers", "2000000000", "layers is 2000000000, not from 0 to 1024")]
    [InlineData("encoder", "heads", "0", "heads is 0, not from 1 to 65536")]
    [InlineData("encoder", "head_size", "-1", "head_size is -1, not from 1 to 65536")]
    [InlineData("encoder", "hidden_size", "1000000000", "hidden_size is 1000000000, not from 1 to 65536")]
    [InlineData("encoder", "vocabulary_size", "-5", "vocabulary_size is -5, not from 1 to 16777216")]
    [InlineData("encoder", "max_length", "0", "max_length is 0, not from 1 to 1048576")]
    [InlineData("encoder", "layer_norm_epsilon", "1e30", "layer_norm_epsilon is 1E+30, not from 0 to 1")]
    [InlineData("", "default_layer", "4", "default_layer is 4, not from 0 to 3")]
    [InlineData("", "hidden_states", "{\"7\":\"x\"}", "hidden_states is 7, not from 0 to 3")]
    [InlineData("", "hidden_states", "{\"3\":null}", "hidden state 3 has no output")]
    [InlineData("", "files", "{\"vocab.txt\":null}", "the size of vocab.txt is missing or negative")]
    [InlineData("", "files", "null", "it is damaged")]
    [InlineData("files", "vocab.txt", "{\"bytes\":-1,\"sha256\":\"\"}", "the size of vocab.txt is missing or negative")]
    [InlineData("links", "extract", "\"foo\"", "links: unknown extractor 'foo'")]
    [InlineData("links", "temperature", "-1", "links: must be a number above 0")]
    [InlineData("links", "threshold", "2", "links: must be a number from 0 to 1")]
    [InlineData("links", "distortion", "-1", "links: distortion is -1, not from 0 to 1")]
    public void A_value_that_makes_no_sense_is_refused(string parent, string property, string value, string message)
    {
        Manifest.Write(_folder.Path(string.Empty));
        JsonNode json = JsonNode.Parse(File.ReadAllText(Path))!;
        (parent.Length > 0 ? json[parent]! : json)[property] = JsonNode.Parse(value);
        File.WriteAllText(Path, json.ToJsonString());
        Should.Throw<DataException>(() => ModelManifest.Read(_folder.Path(string.Empty)))
            .Message.ShouldContain(message);
    }

    [Fact]
    public void A_property_that_is_not_known_is_refused()
    {
        Manifest.Write(_folder.Path(string.Empty));
        string changed = File.ReadAllText(Path).Replace("\"pooling\"", "\"polling\"", StringComparison.Ordinal);
        File.WriteAllText(Path, changed);
        Should.Throw<DataException>(() => ModelManifest.Read(_folder.Path(string.Empty)))
            .Message.ShouldContain("polling");
    }

    public void Dispose() => _folder.Dispose();
}

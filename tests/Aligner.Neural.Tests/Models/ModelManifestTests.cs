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
        Links = new LinkSettings("argmax", SimilarityLevel.Word, SimilarityMeasure.Cosine, Threshold: 0.25),
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

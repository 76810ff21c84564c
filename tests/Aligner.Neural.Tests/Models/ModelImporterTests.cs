using System.IO.Compression;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;

namespace Aligner.Neural.Tests.Models;

/// <summary>The expected numbers come from the same encoders written with PyTorch 1.13.</summary>
public sealed class ModelImporterTests : RuntimeTests, IDisposable
{
    private const int Width = 8;

    private readonly TempFolder _folder = new();

    public static TheoryData<EncoderFamily, string, int, float[], float[]> Expected => new()
    {
        {
            EncoderFamily.Bert, "gelu", 0,
            [0.855724f, 1.23144f, 1.17873f, -1.3193f, -1.19619f, 0.663383f, -0.725618f, -0.473307f],
            [1.23335f, -0.955764f, 0.19683f, 0.805893f, -0.903527f, -1.24389f, 1.51929f, -0.780159f]
        },
        {
            EncoderFamily.Bert, "gelu", 2,
            [0.500951f, 1.3158f, 0.30522f, -0.471371f, -2.02147f, 0.865677f, -0.210829f, -0.134242f],
            [0.449567f, -0.891981f, -0.208478f, 0.529298f, 0.599421f, -1.36047f, 1.66874f, -0.755371f]
        },
        {
            EncoderFamily.Bert, "gelu", 3,
            [0.524615f, 1.42492f, -0.336913f, 0.0438957f, -2.25359f, 0.282435f, 0.251606f, 0.391887f],
            [-0.536993f, 0.0571581f, -0.369186f, 0.186554f, 0.470727f, -1.80886f, 2.13788f, -0.190805f]
        },
        {
            EncoderFamily.Roberta, "gelu_new", 0,
            [0.559398f, -1.75775f, 1.03862f, 1.6607f, -0.367186f, -0.608201f, 0.257877f, -0.93176f],
            [0.658213f, -0.228615f, 0.877513f, 0.267892f, -1.56333f, -1.20138f, 1.62606f, -0.537705f]
        },
        {
            EncoderFamily.Roberta, "gelu_new", 3,
            [-0.492709f, -1.15604f, 0.346061f, 1.51262f, 0.866677f, -1.85712f, 0.589258f, -0.112165f],
            [-0.484779f, 0.431123f, -0.32864f, 0.118858f, -0.323801f, -1.727f, 2.27479f, 0.0937207f]
        },
        {
            EncoderFamily.DistilBert, "relu", 2,
            [0.669377f, 0.835178f, 1.55668f, -0.567011f, -0.353758f, 0.444029f, -1.38127f, -0.889143f],
            [1.40434f, 1.25457f, 0.442612f, -0.363635f, -1.26826f, -0.354984f, 0.443895f, -1.32723f]
        },
        {
            EncoderFamily.DistilBert, "relu", 3,
            [0.33019f, 0.369689f, 1.87205f, -0.53574f, -0.295104f, 0.740676f, -1.71584f, -0.974395f],
            [1.32757f, 0.384195f, 1.43123f, -0.882646f, -0.93894f, 0.0722406f, 0.0326466f, -1.60736f]
        },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Hidden_states_equal_those_of_PyTorch(
        EncoderFamily family, string activation, int layer, float[] fourthOfFirst, float[] thirdOfSecond)
    {
        float[] hidden = Encode(new TinyModel(family) { Activation = activation }, layer);
        ShouldBeNear(hidden.AsSpan(3 * Width, Width), fourthOfFirst, 1e-4f);
        ShouldBeNear(hidden.AsSpan(7 * Width, Width), thirdOfSecond, 1e-4f);
    }

    [Fact]
    public void A_head_gives_the_numbers_of_PyTorch()
    {
        float[] logits = Encode(new TinyModel(EncoderFamily.Bert) { Labels = 3, Prefix = "bert." }, layer: null, 3);
        ShouldBeNear(logits.AsSpan(3 * 3, 3), [0.319729f, -0.031384f, 1.3535f], 1e-4f);
        ShouldBeNear(logits.AsSpan(7 * 3, 3), [-0.430587f, -1.0333f, -0.0557082f], 1e-4f);
    }

    [Fact]
    public void Weights_in_several_files_or_in_16_bits_give_the_same_model()
    {
        float[] whole = Encode(new TinyModel(EncoderFamily.Roberta), 3);
        Encode(new TinyModel(EncoderFamily.Roberta) { IsSharded = true, Prefix = "roberta." }, 3).ShouldBe(whole);
        ShouldBeNear(Encode(new TinyModel(EncoderFamily.Roberta) { IsHalf = true }, 3), whole, 0.02f);
    }

    [Theory]
    [InlineData(false, CompressionLevel.NoCompression)]
    [InlineData(true, CompressionLevel.NoCompression)]
    [InlineData(false, CompressionLevel.Optimal)]
    public void Weights_that_PyTorch_saved_give_the_same_model(bool isHalf, CompressionLevel compression)
    {
        TinyModel model = new(EncoderFamily.Bert) { IsHalf = isHalf };
        string folder = PyTorchWriter.Replace(model.Write(_folder.Path("pytorch")), compression);

        Encode(Import(folder), 3, Width).ShouldBe(Encode(model, 3));
    }

    [Fact]
    public void Fewer_layers_give_the_hidden_states_of_the_whole_model()
    {
        float[] whole = Encode(new TinyModel(EncoderFamily.Bert), 2);
        Encode(new TinyModel(EncoderFamily.Bert), 2, options: new ImportOptions { Layers = 2 }).ShouldBe(whole);
    }

    [Fact]
    public void A_model_folder_holds_graph_weights_tokenizer_and_manifest()
    {
        ModelFolder model = Import(new TinyModel(EncoderFamily.Bert).Write(_folder.Path("hf")));
        Directory.GetFiles(model.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["aligner-model.json", "encoder.onnx", "encoder.onnx.data", "vocab.txt"]);
        model.Manifest.DefaultLayer.ShouldBe(2);
        model.Manifest.Encoder.MaxLength.ShouldBe(12);
        Path.GetFileName(model.TokenizerPath).ShouldBe("vocab.txt");
        ModelFolder.Open(model.Path).Verify();
    }

    public void Dispose() => _folder.Dispose();

    private ModelFolder Import(string source, ImportOptions? options = null) =>
        ModelImporter.Import(source, _folder.Path(Path.GetRandomFileName()), options ?? new ImportOptions());

    private float[] Encode(TinyModel model, int? layer, int width = Width, ImportOptions? options = null) =>
        Encode(Import(model.Write(_folder.Path(Path.GetRandomFileName())), options), layer, width);

    private static float[] Encode(ModelFolder folder, int? layer, int width)
    {
        using Encoder encoder = Encoder.Load(folder, new EncoderOptions { Layer = layer, Head = layer is null });
        encoder.Width.ShouldBe(width);
        float[] result = new float[2 * 5 * width];
        encoder.Encode([2, 7, 11, 49, 3, 2, 30, 3, 0, 0], [5, 3], result, [0, 0, 1, 1, 1, 0, 0, 0, 0, 0]);
        return result;
    }

    private static void ShouldBeNear(ReadOnlySpan<float> actual, ReadOnlySpan<float> expected, float tolerance)
    {
        actual.Length.ShouldBe(expected.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            actual[i].ShouldBe(expected[i], tolerance);
        }
    }
}

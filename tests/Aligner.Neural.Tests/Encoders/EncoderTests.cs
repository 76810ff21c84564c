using System.Text.Json.Nodes;
using Aligner.Core;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Neural.Tests.Models;

namespace Aligner.Neural.Tests.Encoders;

public sealed class EncoderTests : RuntimeTests, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ModelFolder _model;

    public EncoderTests()
    {
        _model = ModelImporter.Import(
            new TinyModel(EncoderFamily.Bert).Write(_folder.Path("hf")), _folder.Path("model"), new ImportOptions());
    }

    [Fact]
    public void Padding_does_not_change_a_sentence()
    {
        using Encoder encoder = Encoder.Load(_model, new EncoderOptions { Layer = 3 });
        float[] alone = new float[3 * 8];
        float[] padded = new float[2 * 6 * 8];
        encoder.Encode([2, 9, 3], [3], alone);
        encoder.Encode([2, 5, 6, 7, 8, 3, 2, 9, 3, -1, -1, -1], [6, 3], padded);
        for (int i = 0; i < alone.Length; i++)
        {
            padded[48 + i].ShouldBe(alone[i], 1e-5f);
        }
    }

    [Fact]
    public void The_default_layer_is_the_model_s()
    {
        using Encoder byDefault = Encoder.Load(_model, new EncoderOptions());
        using Encoder second = Encoder.Load(_model.Path, new EncoderOptions { Layer = 2 });
        float[] first = new float[16], other = new float[16];
        byDefault.Encode([2, 3], [2], first);
        second.Encode([2, 3], [2], other);
        first.ShouldBe(other);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void An_output_that_the_graph_lacks_is_named(int outputs)
    {
        new HostileModel(_model.Path).Rewrite(json =>
        {
            json["default_layer"] = 0;
            JsonObject states = new() { ["0"] = "nowhere" };
            for (int layer = 1; layer < outputs; layer++)
            {
                states[$"{layer}"] = $"hidden_{layer}";
            }

            json["hidden_states"] = states;
        });
        Should.Throw<DataException>(() => Encoder.Load(_model.Path, new EncoderOptions()))
            .Message.ShouldContain("no output \"nowhere\"");
    }

    /// <summary>The table is large enough to be rounded.</summary>
    [Theory]
    [InlineData(8, 8, 8, 0.1f)]
    [InlineData(8, 8, 16, 0.1f)]
    [InlineData(8, 16, 8, 0.05f)]
    [InlineData(96, 16, 16, 0.15f)]
    public void A_quantized_model_is_near(int width, int inputBits, int tableBits, float tolerance)
    {
        TinyModel tiny = new(EncoderFamily.Bert) { Hidden = width, VocabularySize = 5000 };
        ModelFolder model = ModelImporter.Import(
            tiny.Write(_folder.Path("hf")), _folder.Path("whole"), new ImportOptions());
        QuantizationOptions options = new() { InputBits = inputBits, TableBits = tableBits };
        ModelFolder small = ModelQuantizer.Quantize(model, _folder.Path("int8"), options, overwrite: false);
        small.Manifest.Precision.ShouldBe("int8");
        small.Manifest.ReducedRange.ShouldBeTrue();
        ModelManifest.Read(small.Path).ReducedRange.ShouldBeTrue();
        small.Verify();
        using Encoder whole = Encoder.Load(model, new EncoderOptions { Layer = 3 });
        using Encoder rounded = Encoder.Load(small, new EncoderOptions { Layer = 3 });
        float[] expected = new float[5 * width], actual = new float[5 * width];
        whole.Encode([2, 7, 11, 4999, 3], [5], expected);
        rounded.Encode([2, 7, 11, 4999, 3], [5], actual);
        actual.ShouldNotBe(expected);
        for (int i = 0; i < actual.Length; i++)
        {
            actual[i].ShouldBe(expected[i], tolerance);
        }

        Should.Throw<DataException>(
            () => ModelQuantizer.Quantize(small, _folder.Path("again"), options, overwrite: false));
    }

    [Theory]
    [InlineData(4, 16)]
    [InlineData(32, 16)]
    [InlineData(16, 4)]
    public void Other_numbers_of_bits_are_refused(int inputBits, int tableBits) =>
        Should.Throw<ArgumentOutOfRangeException>(
            new QuantizationOptions { InputBits = inputBits, TableBits = tableBits }.Validate);

    [Fact]
    public void What_the_model_does_not_give_or_take_is_refused()
    {
        Should.Throw<DataException>(() => Encoder.Load(_model, new EncoderOptions { Layer = 4 }))
            .Message.ShouldContain("does not give layer 4, but 0, 1, 2, 3");
        Should.Throw<DataException>(() => Encoder.Load(_model, new EncoderOptions { Head = true }))
            .Message.ShouldContain("no head");
        using Encoder encoder = Encoder.Load(_model, new EncoderOptions());
        Should.Throw<DataException>(() => encoder.Encode([2, 50, 3], [3], new float[24]))
            .Message.ShouldContain("piece 50 is outside the vocabulary of 50");
        Should.Throw<DataException>(() => encoder.Encode(new int[13], [13], new float[13 * 8]))
            .Message.ShouldContain("13 pieces, more than the 12");
    }

    [Fact]
    public void Several_threads_share_an_encoder()
    {
        using Encoder encoder = Encoder.Load(_model, new EncoderOptions { Layer = 3 });
        float[] expected = new float[24];
        encoder.Encode([2, 9, 3], [3], expected);
        Parallel.For(0, 50, _ =>
        {
            float[] result = new float[24];
            encoder.Encode([2, 9, 3], [3], result);
            result.ShouldBe(expected);
        });
    }

    public void Dispose() => _folder.Dispose();
}

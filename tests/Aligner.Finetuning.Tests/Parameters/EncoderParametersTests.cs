using Aligner.Core.Numerics;
using Aligner.Finetuning.Parameters;
using Aligner.Neural.Models;

namespace Aligner.Finetuning.Tests.Parameters;

public sealed class EncoderParametersTests : IDisposable
{
    private static readonly EncoderConfig Config = new()
    {
        Family = EncoderFamily.DistilBert,
        VocabularySize = 4100,
        HiddenSize = 8,
        EmbeddingSize = 4,
        Layers = 1,
        Heads = 2,
        IntermediateSize = 16,
        MaxLength = 12,
        TokenTypes = 0,
    };

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(8, 0.005f)]
    [InlineData(16, 0.0005f)]
    public void Rounded_weights_are_taken_where_they_are_asked_for(int tableBits, float error)
    {
        using ParameterSet exact = Create(seed: 1), none = Create(seed: 2), all = Create(seed: 2);
        ModelFolder model = ModelBuilder.Build(
            _folder.Path("model"),
            Config,
            exact.ToDictionary(parameter => parameter.Name, parameter => parameter.ToConstant()),
            Tokenizers.Write(_folder),
            defaultLayer: 1,
            links: null,
            overwrite: false);
        ModelFolder small = ModelQuantizer.Quantize(
            model, _folder.Path("small"), new QuantizationOptions { TableBits = tableBits }, overwrite: false);

        // The table of pieces and seven matrices.
        none.CopyFrom(small).ShouldBe(exact.Count - 8);
        all.CopyFrom(small, rounded: true).ShouldBe(exact.Count);
        foreach (Parameter parameter in exact)
        {
            float allowed = parameter.Name == EncoderWeights.Words ? error : 0.01f;
            all[parameter.Name].Values.ToArray().ShouldBe(parameter.Values.ToArray(), allowed);
        }

        all[EncoderWeights.Words].Values.ToArray().ShouldNotBe(none[EncoderWeights.Words].Values.ToArray());
    }

    public void Dispose() => _folder.Dispose();

    private static ParameterSet Create(ulong seed)
    {
        ParameterSet parameters = new();
        SplitMix64 random = new(seed);
        parameters.AddEncoder(Config, ref random);
        foreach (Parameter parameter in parameters.Where(parameter => parameter.Decays))
        {
            EncoderParameters.FillNormal(parameter.Values, 0.3, ref random);
        }

        return parameters;
    }
}

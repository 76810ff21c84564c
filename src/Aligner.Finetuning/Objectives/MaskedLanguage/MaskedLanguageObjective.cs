using Aligner.Core.Numerics;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Parameters;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Objectives.MaskedLanguage;

/// <summary>
/// The cross-entropy of pieces that were hidden, guessed from the last layer: MLM (Devlin et al. 2019, section 3.1)
/// for each sentence, or TLM (Conneau and Lample 2019, section 3.3) for both together.
/// </summary>
/// <remarks>
/// The head is that of BERT: a dense layer to the width of embeddings, a normalization and the table of embeddings.
/// Both kinds share it; it is learned anew and not kept in the model. Additional graph inputs: places [count], the
/// hidden pieces among all pieces of the batch, and labels [count], their ids.
/// </remarks>
/// <param name="config">The shape of the encoder.</param>
/// <param name="options">What is hidden.</param>
internal sealed class MaskedLanguageObjective(EncoderConfig config, MaskedLanguageOptions options) : IObjective
{
    private const string Dense = "language/dense", Norm = "language/norm", Bias = "language/bias";
    private const string Places = "places", Labels = "labels";
    private const double Deviation = 0.02;

    private readonly string _prefix = options.ReadsPairs ? "tlm/" : "mlm/";

    public string Loss => _prefix + "loss";

    public void AddParameters(ParameterSet parameters, ref SplitMix64 random)
    {
        if (parameters.Contains(Bias))
        {
            return;
        }

        (int hidden, int width) = (config.HiddenSize, config.WidthOfEmbedding);
        EncoderParameters.FillNormal(
            parameters.Add(EncoderWeights.Weight(Dense), [hidden, width], decays: true).Values, Deviation, ref random);
        parameters.Add(EncoderWeights.Bias(Dense), [width], decays: false);
        parameters.Add(EncoderWeights.Weight(Norm), [width], decays: false).Values.Fill(1);
        parameters.Add(EncoderWeights.Bias(Norm), [width], decays: false);
        parameters.Add(Bias, [config.VocabularySize], decays: false);
    }

    public OnnxGraph Build(OnnxGraph encoder)
    {
        GraphBuilder graph = new();
        graph.Include(encoder, _prefix);
        (long size, long width) = (config.HiddenSize, config.WidthOfEmbedding);
        string pieces = graph.Reshape(_prefix + "pieces", _prefix + EncoderGraph.Hidden(config.Layers), -1, size);
        string hidden = graph.Gather(
            _prefix + "hidden", pieces, graph.Input(_prefix + Places, ElementType.Int64, _prefix + "count"));
        string product = graph.MatMul(
            _prefix + "product", hidden, Weight(graph, EncoderWeights.Weight(Dense), size, width));
        string active = graph.Gelu(
            _prefix + "active",
            graph.Add(_prefix + "dense", product, Weight(graph, EncoderWeights.Bias(Dense), width)));
        string normalized = graph.LayerNormalization(
            _prefix + "normalized",
            active,
            Weight(graph, EncoderWeights.Weight(Norm), width),
            Weight(graph, EncoderWeights.Bias(Norm), width),
            config.LayerNormEpsilon);
        string table = graph.Transpose(_prefix + "table", EncoderWeights.Words, 1, 0);
        string scores = graph.Add(
            _prefix + "scores",
            graph.MatMul(_prefix + "similarities", normalized, table),
            Weight(graph, Bias, config.VocabularySize));
        string labels = graph.Unsqueeze(
            _prefix + "columns", graph.Input(_prefix + Labels, ElementType.Int64, _prefix + "count"), 1);
        string right = graph.GatherElements(
            _prefix + "right", graph.LogSoftmax(_prefix + "log", scores), labels, axis: 1);
        graph.Output(
            graph.Negate(Loss, graph.ReduceMean(_prefix + "mean", right, keep: false)), ElementType.Float);
        return graph.Build("language");
    }

    public ObjectiveBatch CreateBatch(TrainingCorpus corpus, int[] pairs, SplitMix64 random)
    {
        MaskedText masked = new(options, config.VocabularySize, random);
        foreach (int pair in pairs)
        {
            TrainingPair item = corpus[pair];
            if (options.ReadsPairs)
            {
                masked.Add(PairText.Join(item.Source, item.Target, config.MaxLength));
            }
            else
            {
                masked.Add(item.Source);
                masked.Add(item.Target);
            }
        }

        ObjectiveBatch batch = new();
        TextRows rows = new(masked.Sentences, config.PadId);
        rows.AddTo(batch, _prefix);
        long[] places = [.. masked.Hidden.Select(place => ((long)place.Sentence * rows.Length) + place.Piece)];
        long[] labels = [.. masked.Hidden.Select(place => (long)place.Id)];
        batch.Add<long>(_prefix + Places, places, places.Length);
        batch.Add<long>(_prefix + Labels, labels, labels.Length);
        return batch;
    }

    private static string Weight(GraphBuilder graph, string name, params long[] shape) =>
        graph.Input(name, ElementType.Float, [.. shape.Select(size => (GraphDimension)size)]);
}

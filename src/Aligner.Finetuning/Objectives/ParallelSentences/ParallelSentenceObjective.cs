using Aligner.Core.Numerics;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Parameters;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Objectives.ParallelSentences;

/// <summary>
/// The cross-entropy of whether two sentences that are read together are translations: PSI (Dou and Neubig 2021,
/// section 2.2.2). Half of the pairs get the target of another pair of the batch.
/// </summary>
/// <remarks>
/// The head is a dense layer with tanh over the mean of the last hidden states, as not every tokenizer puts a piece
/// before a sentence; it is not kept in the model. Additional graph inputs: shares [batch, 1,
/// pieces], which makes the mean, and labels [batch, 1, 1], 1 for translations.
/// </remarks>
/// <param name="config">The shape of the encoder.</param>
internal sealed class ParallelSentenceObjective(EncoderConfig config) : IObjective
{
    private const string Prefix = "parallel/", Dense = Prefix + "dense", Answer = Prefix + "answer";
    private const string Shares = Prefix + "shares", Labels = Prefix + "labels";
    private const double Deviation = 0.02;

    public string Loss => Prefix + "loss";

    public void AddParameters(ParameterSet parameters, ref SplitMix64 random)
    {
        if (parameters.Contains(EncoderWeights.Weight(Dense)))
        {
            return;
        }

        foreach ((string name, int outputs) in new[] { (Dense, config.HiddenSize), (Answer, 1) })
        {
            Parameter matrix = parameters.Add(EncoderWeights.Weight(name), [config.HiddenSize, outputs], decays: true);
            EncoderParameters.FillNormal(matrix.Values, Deviation, ref random);
            parameters.Add(EncoderWeights.Bias(name), [outputs], decays: false);
        }
    }

    public OnnxGraph Build(OnnxGraph encoder)
    {
        GraphBuilder graph = new();
        graph.Include(encoder, Prefix);
        string shares = graph.Input(Shares, ElementType.Float, "pairs", 1, Prefix + "pieces");
        string mean = graph.MatMul(Prefix + "mean", shares, Prefix + EncoderGraph.Hidden(config.Layers));
        string dense = graph.Tanh(Prefix + "tanh", Linear(graph, Dense, mean, config.HiddenSize));
        string answer = Linear(graph, Answer, dense, 1);
        string labels = graph.Input(Labels, ElementType.Float, "pairs", 1, 1);
        string entropy = graph.Subtract(
            Prefix + "entropy",
            graph.Softplus(Prefix + "softplus", answer),
            graph.Multiply(Prefix + "product", answer, labels));
        graph.Output(graph.ReduceMean(Loss, entropy, keep: false), ElementType.Float);
        return graph.Build("parallel");
    }

    public ObjectiveBatch CreateBatch(TrainingCorpus corpus, int[] pairs, SplitMix64 random)
    {
        int[][] texts = new int[pairs.Length][];
        Memory<float> labels = AlignedMemory.Allocate<float>(pairs.Length);
        for (int i = 0; i < pairs.Length; i++)
        {
            bool isTranslation = pairs.Length == 1 || random.NextIndex(2) == 0;
            int other = isTranslation ? i : (i + 1 + random.NextIndex(pairs.Length - 1)) % pairs.Length;
            texts[i] = PairText.Join(
                corpus[pairs[i]].Source, corpus[pairs[other]].Target, config.MaxLength).Ids.ToArray();
            labels.Span[i] = isTranslation ? 1 : 0;
        }

        ObjectiveBatch batch = new();
        TextRows rows = new(texts, config.PadId);
        rows.AddTo(batch, Prefix);
        Memory<float> shares = AlignedMemory.Allocate<float>(texts.Length * rows.Length);
        for (int i = 0; i < texts.Length; i++)
        {
            shares.Span.Slice(i * rows.Length, texts[i].Length).Fill(1f / texts[i].Length);
        }

        batch.Add(Shares, shares, texts.Length, 1, rows.Length);
        batch.Add(Labels, labels, texts.Length, 1, 1);
        return batch;
    }

    private string Linear(GraphBuilder graph, string name, string input, long outputs) => graph.Add(
        name + "/sum",
        graph.MatMul(
            name + "/product",
            input,
            graph.Input(EncoderWeights.Weight(name), ElementType.Float, config.HiddenSize, outputs)),
        graph.Input(EncoderWeights.Bias(name), ElementType.Float, outputs));
}

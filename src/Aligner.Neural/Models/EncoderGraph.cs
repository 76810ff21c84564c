using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;
using static Aligner.Neural.Models.EncoderWeights;

namespace Aligner.Neural.Models;

/// <summary>
/// Writes the graph of an encoder: inputs <c>input_ids</c>, <c>attention_mask</c> and, with several token types,
/// <c>token_type_ids</c>, whole numbers [batch, length]; outputs <c>hidden_0</c> (the embeddings) to <c>hidden_L</c>,
/// floats [batch, length, hidden], and with a head <c>logits</c> [batch, length, labels].
/// </summary>
public sealed class EncoderGraph
{
    public const string InputIds = "input_ids";
    public const string AttentionMask = "attention_mask";
    public const string TokenTypeIds = "token_type_ids";
    public const string Logits = "logits";

    /// <summary>Added to the score of a padding piece; its probability is then 0.</summary>
    private const float Masked = -1e9f;

    private static readonly GraphDimension[] TextShape = ["batch", "length"];

    private readonly GraphBuilder _graph = new();
    private readonly EncoderConfig _config;
    private readonly IReadOnlyDictionary<string, GraphTensor> _weights;

    private EncoderGraph(EncoderConfig config, IReadOnlyDictionary<string, GraphTensor> weights)
    {
        _config = config;
        _weights = weights;
    }

    /// <summary>The output with the hidden states after so many layers.</summary>
    public static string Hidden(int layer) => FormattableString.Invariant($"hidden_{layer}");

    /// <summary>The value with what the neurons of a feed-forward block give, [batch, length, neurons].</summary>
    public static string Activation(int layer) => Layer(layer, "activation");

    /// <summary>The value with what the heads of a layer attend to, [batch, length, heads × their width].</summary>
    public static string Context(int layer) => Layer(layer, "attention/merged");

    /// <summary>The outputs with the hidden states, by their layers.</summary>
    public static IReadOnlyDictionary<int, string> HiddenStates(EncoderConfig config) =>
        Enumerable.Range(0, config.Layers + 1).ToDictionary(layer => layer, Hidden);

    /// <param name="config">The shape of the encoder.</param>
    /// <param name="weights">A tensor for each of <see cref="List"/>.</param>
    public static OnnxGraph Build(EncoderConfig config, IReadOnlyDictionary<string, GraphTensor> weights) =>
        new EncoderGraph(config, weights).Build();

    private OnnxGraph Build()
    {
        string hidden = Embed();
        Output(hidden, _config.HiddenSize);
        string mask = Mask();
        for (int layer = 0; layer < _config.Layers; layer++)
        {
            string attended = Attend(layer, hidden, mask);
            string normalized = Normalize(
                Layer(layer, "attention_norm"), Layer(layer, "attention_sum"), attended, hidden);
            string output = FeedForward(layer, normalized);
            hidden = Normalize(
                Layer(layer, "output_norm"), Layer(layer, "output_sum"), output, normalized, Hidden(layer + 1));
            Output(hidden, _config.HiddenSize);
        }

        if (_config.Head != HeadKind.None)
        {
            Output(Linear(Head, hidden, Logits), _config.Labels);
        }

        return _graph.Build("encoder");
    }

    private void Output(string name, long width) =>
        _graph.Output(name, ElementType.Float, ["batch", "length", width]);

    private string Embed()
    {
        string ids = _graph.Input(InputIds, ElementType.Int64, TextShape);
        string length = _graph.Size("embeddings/length", ids, axis: 1);
        string positions = _graph.FirstRows("embeddings/position_rows", Constant(Positions), length);
        string sum = _graph.Add(
            "embeddings/sum", _graph.Gather("embeddings/word_rows", Constant(Words), ids), positions);
        if (_config.TokenTypes > 0)
        {
            // A table of one row is added to every piece.
            string types = _config.HasTokenTypeInput
                ? _graph.Gather(
                    "embeddings/type_rows",
                    Constant(Types),
                    _graph.Input(TokenTypeIds, ElementType.Int64, TextShape))
                : Constant(Types);
            sum = _graph.Add("embeddings/sum_with_types", sum, types);
        }

        return _config.EmbeddingSize is null
            ? LayerNorm(EmbeddingNorm, sum, Hidden(0))
            : Linear(EmbeddingProjection, LayerNorm(EmbeddingNorm, sum, EmbeddingNorm), Hidden(0));
    }

    // [batch, 1, 1, length]: 0 for a piece, a large negative number for padding.
    private string Mask()
    {
        string mask = _graph.Cast(
            "mask/float", _graph.Input(AttentionMask, ElementType.Int64, TextShape), ElementType.Float);
        string wide = _graph.Unsqueeze("mask/wide", mask, 1, 2);
        string padding = _graph.Subtract("mask/padding", _graph.Scalar(1), wide);
        return _graph.Multiply("mask/scores", padding, _graph.Scalar(Masked));
    }

    // Vaswani et al. 2017, section 3.2.
    private string Attend(int layer, string hidden, string mask)
    {
        float scale = 1 / MathF.Sqrt(_config.WidthOfHead);
        string query = SplitHeads(layer, "query", hidden, 0, 2, 1, 3);
        string key = SplitHeads(layer, "key", hidden, 0, 2, 3, 1);
        string value = SplitHeads(layer, "value", hidden, 0, 2, 1, 3);
        string scores = _graph.MatMul(Layer(layer, "attention/scores"), query, key);
        scores = _graph.Multiply(Layer(layer, "attention/scaled"), scores, _graph.Scalar(scale));
        scores = _graph.Add(Layer(layer, "attention/masked"), scores, mask);
        string weights = _graph.Softmax(Layer(layer, "attention/weights"), scores);
        string context = _graph.MatMul(Layer(layer, "attention/context"), weights, value);
        context = _graph.Transpose(Layer(layer, "attention/together"), context, 0, 2, 1, 3);
        context = _graph.Reshape(Context(layer), context, 0, 0, _config.AttentionSize);
        return Linear(Layer(layer, "attention"), context);
    }

    private string SplitHeads(int layer, string part, string hidden, params long[] order)
    {
        string projected = Linear(Layer(layer, part), hidden);
        string split = _graph.Reshape(
            Layer(layer, part + "/heads"), projected, 0, 0, _config.Heads, _config.WidthOfHead);
        return _graph.Transpose(Layer(layer, part + "/by_head"), split, order);
    }

    private string FeedForward(int layer, string hidden)
    {
        string inner = Linear(Layer(layer, "intermediate"), hidden);
        string output = Linear(Layer(layer, "output"), Activate(Activation(layer), inner));
        return _config.AdapterSize == 0 ? output : Adapt(layer, output);
    }

    // Houlsby et al. 2019, figure 2.
    private string Adapt(int layer, string input)
    {
        string inner = Linear(Layer(layer, "adapter/down"), input);
        string change = Linear(Layer(layer, "adapter/up"), Activate(Layer(layer, "adapter/activation"), inner));
        return _graph.Add(Layer(layer, "adapter/sum"), input, change);
    }

    private string Activate(string name, string input) => _config.Activation == "relu"
        ? _graph.Relu(name, input)
        : _graph.Gelu(name, input, approximate: _config.Activation != "gelu");

    private string Linear(string name, string input, string? output = null) => _graph.Add(
        output ?? name + "/sum",
        _graph.MatMul(name + "/product", input, Constant(Weight(name))),
        Constant(Bias(name)));

    private string Normalize(string name, string sum, string left, string right, string? output = null) =>
        LayerNorm(name, _graph.Add(sum, left, right), output ?? name);

    private string LayerNorm(string name, string input, string output) => _graph.LayerNormalization(
        output, input, Constant(Weight(name)), Constant(Bias(name)), _config.LayerNormEpsilon);

    private string Constant(string name) => _graph.Constant(_weights[name]);
}

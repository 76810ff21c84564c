using System.Globalization;
using System.Text.RegularExpressions;
using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Models;

/// <summary>Takes over an encoder exported as <c>.onnx</c>, after looking at its inputs and outputs.</summary>
internal static partial class GraphImporter
{
    private const string LastHiddenState = "last_hidden_state";

    private static readonly string[] KnownInputs =
        [EncoderGraph.InputIds, EncoderGraph.AttentionMask, EncoderGraph.TokenTypeIds];

    /// <summary>Copies the graph and its external data, and says which outputs it has.</summary>
    /// <exception cref="DataException">It is no encoder, or not the one that the configuration describes.</exception>
    public static ModelManifest Import(string path, ModelManifest manifest, ModelFolderWriter writer)
    {
        OnnxGraph graph = OnnxReader.ReadFile(path);
        CheckInputs(path, graph);
        EncoderConfig config = manifest.Encoder;
        Dictionary<int, string> hidden = HiddenStates(graph, config.Layers);
        bool hasLogits = graph.Outputs.Any(output => output.Name == EncoderGraph.Logits);
        if (hidden.Count == 0 && !hasLogits)
        {
            throw new DataException(
                $"{path}: it has no output {LastHiddenState}, hidden_states.N or {EncoderGraph.Logits}, but "
                + string.Join(", ", graph.Outputs.Select(output => output.Name)));
        }

        foreach (string name in hidden.Values)
        {
            CheckWidth(path, graph, name, config.HiddenSize);
        }

        CopyFiles(path, graph, writer);
        int best = ModelImporter.DefaultLayer(config.Layers);
        return manifest with
        {
            Encoder = config with
            {
                TokenTypes = Has(graph, EncoderGraph.TokenTypeIds) ? Math.Max(config.TokenTypes, 2) : 0,
                Head = hasLogits ? config.Head : HeadKind.None,
                Labels = hasLogits ? config.Labels : 0,
            },
            HiddenStates = hidden,
            DefaultLayer = hidden.Keys.OrderBy(layer => Math.Abs(layer - best)).FirstOrDefault(),
        };
    }

    private static void CheckInputs(string path, OnnxGraph graph)
    {
        // Old exports list their constants among the inputs.
        HashSet<string> constants = [.. graph.Constants.Select(constant => constant.Name)];
        string[] inputs = [.. graph.Inputs.Select(input => input.Name).Where(name => !constants.Contains(name))];
        string? unknown = inputs.FirstOrDefault(name => !KnownInputs.Contains(name));
        string? missing = KnownInputs.Take(2).FirstOrDefault(name => !inputs.Contains(name));
        if (unknown is not null || missing is not null)
        {
            throw new DataException(
                $"{path}: its inputs are {string.Join(", ", inputs)}; an encoder takes {EncoderGraph.InputIds}, "
                + $"{EncoderGraph.AttentionMask} and, if it knows token types, {EncoderGraph.TokenTypeIds}");
        }

        foreach (GraphValue input in graph.Inputs.Where(input => KnownInputs.Contains(input.Name)))
        {
            if (input.Type != ElementType.Int64)
            {
                throw new DataException($"{path}: its input {input.Name} takes {input.Type}, not {ElementType.Int64}");
            }
        }
    }

    private static Dictionary<int, string> HiddenStates(OnnxGraph graph, int layers)
    {
        Dictionary<int, string> hidden = [];
        foreach (GraphValue output in graph.Outputs)
        {
            if (output.Name == LastHiddenState)
            {
                hidden[layers] = output.Name;
            }
            else if (HiddenStateName().Match(output.Name) is { Success: true } match
                && int.TryParse(match.Groups["layer"].ValueSpan, CultureInfo.InvariantCulture, out int layer)
                && layer <= layers)
            {
                hidden[layer] = output.Name;
            }
        }

        // Old exports number their outputs; the only one with a vector for each piece is the last layer.
        string[] vectors = [.. graph.Outputs
            .Where(output => output is { Type: ElementType.Float, Shape: [_, _, { Size: not null }] })
            .Select(output => output.Name).Where(name => name != EncoderGraph.Logits)];
        if (hidden.Count == 0 && vectors is [string only])
        {
            hidden[layers] = only;
        }

        return hidden;
    }

    private static void CheckWidth(string path, OnnxGraph graph, string name, int hiddenSize)
    {
        if (graph.Outputs.First(output => output.Name == name).Shape is [.., { Size: long width }] shape
            && (shape.Count != 3 || width != hiddenSize))
        {
            throw new DataException(
                $"{path}: its output {name} has {shape.Count} dimensions and {width} values a piece, but config.json "
                + $"says [batch, length, {hiddenSize}]");
        }
    }

    private static void CopyFiles(string path, OnnxGraph graph, ModelFolderWriter writer)
    {
        string folder = Path.GetDirectoryName(path)!;
        using (WeightReader weights = new(folder))
        {
            foreach (GraphTensor constant in graph.Constants)
            {
                weights.Check(constant);
            }
        }

        RegularFile.Copy(path, writer.PathOf(ModelFolder.GraphFile));
        writer.Copy(folder, graph.Constants.Select(constant => constant.External?.File).OfType<string>().Distinct());
    }

    private static bool Has(OnnxGraph graph, string input) => graph.Inputs.Any(value => value.Name == input);

    [GeneratedRegex(@"^hidden(_states?)?[._](?<layer>\d+)$")]
    private static partial Regex HiddenStateName();
}

using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Aligner.Neural.Models;

namespace Aligner.Neural.Tests.Models;

/// <summary>
/// A Hugging Face folder with a random encoder, tiny unless asked otherwise. Every weight follows from its name, so
/// that another program can make the same model.
/// </summary>
internal sealed class TinyModel(EncoderFamily family)
{
    public int VocabularySize { get; init; } = 50;

    public int Hidden { get; init; } = 8;

    public int Layers { get; init; } = 3;

    public int Heads { get; init; } = 2;

    public int Positions { get; init; } = 12;

    /// <summary>The first pieces of the vocabulary.</summary>
    public IReadOnlyList<string> Pieces { get; init; } = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"];

    public string Activation { get; init; } = "gelu";

    public int Labels { get; init; }

    /// <summary>Whether the head tells spans, and not labels of pieces.</summary>
    public bool IsSpan { get; init; }

    /// <summary>What the names of the encoder's weights start with in files of models with a head.</summary>
    public string Prefix { get; init; } = string.Empty;

    public bool IsHalf { get; init; }

    public bool IsSharded { get; init; }

    private string HeadName => IsSpan ? "qa_outputs" : "classifier";

    private int Inner => Hidden == 8 ? 16 : 4 * Hidden;

    private bool IsDistil => family == EncoderFamily.DistilBert;

    private int TokenTypes => family switch
    {
        EncoderFamily.Bert => 2,
        EncoderFamily.Roberta => 1,
        _ => 0,
    };

    /// <summary>Writes the folder and gives its path.</summary>
    public string Write(string path)
    {
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "config.json"), JsonSerializer.Serialize(Config()));
        File.WriteAllText(Path.Combine(path, "vocab.txt"), string.Concat(Pieces.Select(piece => piece + "\n")));
        (string Name, int[] Shape)[] weights = [.. Weights()];
        if (!IsSharded)
        {
            WriteWeights(Path.Combine(path, "model.safetensors"), weights);
            return path;
        }

        (string Name, int[] Shape)[][] shards = [weights[..10], weights[10..]];
        Dictionary<string, string> map = [];
        for (int i = 0; i < shards.Length; i++)
        {
            string file = $"model-{i + 1}-of-2.safetensors";
            WriteWeights(Path.Combine(path, file), shards[i]);
            Array.ForEach(shards[i], weight => map[Prefix + weight.Name] = file);
        }

        File.WriteAllText(
            Path.Combine(path, "model.safetensors.index.json"), JsonSerializer.Serialize(new { weight_map = map }));
        return path;
    }

    private Dictionary<string, object> Config() => new()
    {
        ["model_type"] = family switch
        {
            EncoderFamily.Bert => "bert",
            EncoderFamily.Roberta => "xlm-roberta",
            _ => "distilbert",
        },
        ["architectures"] = new[]
        {
            IsSpan ? "BertForQuestionAnswering" : Labels > 0 ? "BertForTokenClassification" : "BertModel",
        },
        ["id2label"] = Enumerable.Range(0, Labels).ToDictionary(label => label, label => $"L{label}"),
        ["vocab_size"] = VocabularySize,
        [IsDistil ? "dim" : "hidden_size"] = Hidden,
        [IsDistil ? "n_layers" : "num_hidden_layers"] = Layers,
        [IsDistil ? "n_heads" : "num_attention_heads"] = Heads,
        [IsDistil ? "hidden_dim" : "intermediate_size"] = Inner,
        ["max_position_embeddings"] = Positions,
        ["type_vocab_size"] = TokenTypes,
        [IsDistil ? "activation" : "hidden_act"] = Activation,
        ["layer_norm_eps"] = family == EncoderFamily.Roberta ? 1e-5 : 1e-12,
        ["pad_token_id"] = family == EncoderFamily.Roberta ? 1 : 0,
    };

    private IEnumerable<(string Name, int[] Shape)> Weights()
    {
        (string, int[])[] Linear(string name, int inputs, int outputs) =>
            [(name + ".weight", [outputs, inputs]), (name + ".bias", [outputs])];
        (string, int[])[] Norm(string name) => [(name + ".weight", [Hidden]), (name + ".bias", [Hidden])];
        string[] parts = IsDistil
            ? ["attention.q_lin", "attention.k_lin", "attention.v_lin", "attention.out_lin",
                "sa_layer_norm", "ffn.lin1", "ffn.lin2", "output_layer_norm"]
            : ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
                "attention.output.LayerNorm", "intermediate.dense", "output.dense", "output.LayerNorm"];
        return
        [
            ("embeddings.word_embeddings.weight", [VocabularySize, Hidden]),
            ("embeddings.position_embeddings.weight", [Positions, Hidden]),
            .. TokenTypes == 0
                ? Array.Empty<(string, int[])>()
                : [("embeddings.token_type_embeddings.weight", [TokenTypes, Hidden])],
            .. Norm("embeddings.LayerNorm"),
            .. Enumerable.Range(0, Layers).SelectMany(layer =>
            {
                string[] names = [.. parts.Select(part =>
                    $"{(IsDistil ? "transformer" : "encoder")}.layer.{layer}.{part}")];
                return (IEnumerable<(string, int[])>)
                [
                    .. names[..4].SelectMany(name => Linear(name, Hidden, Hidden)), .. Norm(names[4]),
                    .. Linear(names[5], Hidden, Inner), .. Linear(names[6], Inner, Hidden), .. Norm(names[7]),
                ];
            }),
            .. Labels == 0 ? [] : Linear(HeadName, Hidden, Labels),
        ];
    }

    private void WriteWeights(string path, (string Name, int[] Shape)[] weights)
    {
        Dictionary<string, object> header = new() { ["__metadata__"] = new { format = "pt" } };
        long start = 0;
        foreach ((string name, int[] shape) in weights)
        {
            long end = start + (Count(shape) * (IsHalf ? 2L : 4L));
            string prefix = name.StartsWith(HeadName, StringComparison.Ordinal) ? string.Empty : Prefix;
            header[prefix + name] = new
            {
                dtype = IsHalf ? "F16" : "F32",
                shape,
                data_offsets = new[] { start, end },
            };
            start = end;
        }

        byte[] json = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(header));
        using FileStream file = File.Create(path);
        file.Write(BitConverter.GetBytes((long)json.Length));
        file.Write(json);
        foreach ((string name, int[] shape) in weights)
        {
            float[] values = Values(name, Count(shape));
            file.Write(IsHalf
                ? MemoryMarshal.AsBytes<Half>(Array.ConvertAll(values, value => (Half)value))
                : MemoryMarshal.AsBytes<float>(values));
        }
    }

    private static int Count(int[] shape) => shape.Aggregate(1, (a, b) => a * b);

    // FNV-1a of the name, then the finalizer of MurmurHash3 over name and place.
    private float[] Values(string name, int count)
    {
        uint hash = name.Aggregate(2166136261u, (state, letter) => (state ^ letter) * 16777619u);
        bool isNorm = name.Contains("norm", StringComparison.OrdinalIgnoreCase);
        (float shift, float scale) = isNorm && name.EndsWith("weight", StringComparison.Ordinal) ? (1f, 0.2f)
            : name.EndsWith("bias", StringComparison.Ordinal) ? (0f, 0.2f)
            : name.Contains("embedding", StringComparison.Ordinal) ? (0f, 1f)
            : (0f, 0.8f * MathF.Sqrt(8f / Hidden));
        float[] values = new float[count];
        for (uint i = 0; i < count; i++)
        {
            uint x = hash + i * 2654435761u;
            x = (x ^ (x >> 16)) * 2246822519u;
            x = (x ^ (x >> 13)) * 3266489917u;
            values[i] = (float)(shift + scale * ((x ^ (x >> 16)) / 4294967296.0 - 0.5));
        }

        return values;
    }
}

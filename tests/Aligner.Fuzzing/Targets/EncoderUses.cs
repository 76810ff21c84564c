using System.Text;
using System.Text.Json.Nodes;
using Aligner.Finetuning.Encoders;
using Aligner.Fuzzing.Seeds;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.Tests.Models;

namespace Aligner.Fuzzing.Targets;

/// <summary>What is done with the files of encoders: of a model folder, and of folders that are imported.</summary>
internal static class EncoderUses
{
    private const string Original = "original", Changed = "changed", Made = "made", Imported = "imported",
        Pickled = "pickled";

    /// <summary>The valid content of a file of a model folder.</summary>
    public static Func<Workplace, IReadOnlyList<byte[]>> FileOfModel(string name) =>
        place => [File.ReadAllBytes(Path.Combine(Model(place), name))];

    /// <summary>The valid content of a file of a Hugging Face folder.</summary>
    public static Func<Workplace, IReadOnlyList<byte[]>> FileOfSource(string name) =>
        place => [File.ReadAllBytes(Path.Combine(Source(place), name))];

    /// <summary>A graph with all its weights in the same file, as others export it.</summary>
    public static IReadOnlyList<byte[]> ExportedGraph(Workplace place)
    {
        string folder = Model(place);
        OnnxGraph graph = OnnxReader.ReadFile(Path.Combine(folder, ModelFolder.GraphFile));
        using WeightReader reader = new(folder);
        return
        [
            OnnxWriter.Write(graph with
            {
                Constants = [.. graph.Constants.Select(constant => constant.External is null
                    ? constant
                    : constant with { Data = reader.ReadAll<byte>(constant), External = null })],
            }),
        ];
    }

    /// <summary>The manifest says what it says, and the folder aligns.</summary>
    public static void Manifest(byte[] bytes, Workplace place)
    {
        string folder = place.Copy(Model(place), Changed);
        File.WriteAllBytes(Path.Combine(folder, ModelManifest.FileName), bytes);
        Align(folder);
    }

    /// <summary>A file of a model folder has another content, with its size and hash, and it aligns.</summary>
    public static Action<byte[], Workplace> AlignWith(string name) =>
        (bytes, place) => Align(Replace(name, bytes, place));

    /// <summary>The same, and the model is made smaller.</summary>
    public static void Quantize(byte[] bytes, Workplace place)
    {
        ModelFolder folder = ModelFolder.Open(Replace(ModelFolder.GraphFile, bytes, place));
        place.Remove(Made);
        QuantizationOptions options = new() { InputBits = bytes.Length % 2 == 0 ? 8 : 16, TableBits = 8 };
        ModelQuantizer.Quantize(folder, place.PathOf(Made), options, overwrite: false);
        Align(place.PathOf(Made));
    }

    /// <summary>The same, and the model is averaged with the one that it was.</summary>
    public static void Average(byte[] bytes, Workplace place)
    {
        ModelFolder folder = ModelFolder.Open(Replace(ModelFolder.GraphFile, bytes, place));
        place.Remove(Made);
        ModelAverage.Build([folder, ModelFolder.Open(Model(place))], place.PathOf(Made), overwrite: false);
    }

    /// <summary>A Hugging Face folder with another content of a file is imported, and aligns.</summary>
    public static Action<byte[], Workplace> Import(string name) => (bytes, place) =>
    {
        string folder = place.Copy(Source(place), Imported);
        bool isWhole = name == HuggingFaceWeights.SingleFile || name == HuggingFaceConfig.FileName;
        if (!isWhole)
        {
            File.Delete(Path.Combine(folder, HuggingFaceWeights.SingleFile));
        }

        File.WriteAllBytes(Path.Combine(folder, name), bytes);
        place.Remove(Made);
        ModelImporter.Import(folder, place.PathOf(Made), new ImportOptions());
        Align(place.PathOf(Made));
    };

    /// <summary>The weights of a Hugging Face folder as PyTorch pickles them.</summary>
    public static IReadOnlyList<byte[]> Pickle(Workplace place)
    {
        string folder = PyTorchWriter.Replace(place.Copy(Source(place), Pickled));
        return [File.ReadAllBytes(Path.Combine(folder, HuggingFaceWeights.PyTorchSingleFile))];
    }

    /// <summary>A folder with pickled weights is imported, and aligns.</summary>
    public static void ImportPickle(byte[] bytes, Workplace place)
    {
        string folder = place.Copy(Source(place), Imported);
        File.Delete(Path.Combine(folder, HuggingFaceWeights.SingleFile));
        File.WriteAllBytes(Path.Combine(folder, HuggingFaceWeights.PyTorchSingleFile), bytes);
        place.Remove(Made);
        ModelImporter.Import(folder, place.PathOf(Made), new ImportOptions());
        Align(place.PathOf(Made));
    }

    /// <summary>The shape of an encoder that is trained from scratch.</summary>
    public static void Scratch(byte[] bytes, Workplace place) => ScratchConfig.Read(place.Write("scratch.json", bytes));

    private static void Align(string folder)
    {
        using WordAligner aligner = WordAligner.Load(folder, new WordAlignerOptions { Threads = 1 });
        Finite.Require(aligner.AlignAll(
            SeedTexts.Pairs.Select(pair => (string.Join(' ', pair.Source), string.Join(' ', pair.Target)))));
    }

    private static string Replace(string name, byte[] content, Workplace place)
    {
        string folder = place.Copy(Model(place), Changed), path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        ModelManifest manifest = ModelManifest.Read(folder);
        (manifest with
        {
            Files = new Dictionary<string, ModelFile>(manifest.Files) { [name] = ModelFile.Of(path) },
        }).Write(folder);
        return folder;
    }

    private static string Source(Workplace place)
    {
        string folder = place.PathOf("source");
        return Directory.Exists(folder) ? folder : new TinyModel(EncoderFamily.Bert)
        {
            Layers = 1,
            VocabularySize = SeedTokenizers.Pieces.Length,
            Pieces = SeedTokenizers.Pieces,
        }.Write(folder);
    }

    private static string Model(Workplace place)
    {
        string folder = place.PathOf(Original);
        if (!Directory.Exists(folder))
        {
            ModelImporter.Import(Source(place), folder, new ImportOptions());
            string path = Path.Combine(folder, ModelManifest.FileName);
            JsonObject manifest = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
            manifest["links"] = JsonNode.Parse("""
                {"extract":"posterior","level":"subword","measure":"cosine","temperature":0.1,"null_similarity":0.2,
                "threshold":0.1,"distortion":0.1}
                """);
            File.WriteAllBytes(path, Encoding.UTF8.GetBytes(manifest.ToJsonString()));
        }

        return folder;
    }
}

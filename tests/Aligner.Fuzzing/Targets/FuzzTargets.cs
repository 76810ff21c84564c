using Aligner.Applications.Labels;
using Aligner.Core.Formats;
using Aligner.Fuzzing.Mutations;
using Aligner.Fuzzing.Seeds;
using Aligner.Neural.Models;
using Aligner.Statistical.Methods;

namespace Aligner.Fuzzing.Targets;

/// <summary>Every reader of a file, a line each.</summary>
internal static class FuzzTargets
{
    private const string Gzip = ".gz", Zstandard = ".zst";

    private const string Settings = "tokenizer_config.json", SpecialTokens = "special_tokens_map.json",
        Fairseq = "sentencepiece.bpe.model", Roberta = "vocab.json",
        Graph = ModelFolder.GraphFile, Weights = ModelFolder.WeightFile,
        Config = HuggingFaceConfig.FileName, Tensors = HuggingFaceWeights.SingleFile;

    private static readonly IMutation[] Bytes = [new ByteMutation()];
    private static readonly IMutation[] SameLength = [new ByteMutation(keepsLength: true)];
    private static readonly IMutation[] Text = [new TextMutation(), new ByteMutation()];
    private static readonly IMutation[] Json =
        [new JsonMutation(), new JsonMutation(), new TextMutation(), new ByteMutation()];

    private static readonly IMutation[] JsonLines =
        [new TextMutation(), new ByteMutation(), new LinesMutation(new JsonMutation())];

    private static readonly IMutation[] Protobuf = [new ProtobufMutation(), new ProtobufMutation(), new ByteMutation()];
    private static readonly IMutation[] Container =
        [new ContainerMutation(), new ContainerMutation(), new ContainerMutation(), new ByteMutation()];

    private static readonly IMutation[] Zip = [new ZipMutation(new ByteMutation()), new ByteMutation()];
    private static readonly IMutation[] Safetensors = [new SafetensorsMutation(), new ByteMutation()];
    private static readonly IMutation[] Hashed = [FramedMutation.Hashed(new ByteMutation()), new ByteMutation()];
    private static readonly IMutation[] Zipped =
        [FramedMutation.Compressed(Gzip, new TextMutation()), new ByteMutation()];

    private static readonly IMutation[] Zstd =
        [FramedMutation.Compressed(Zstandard, new TextMutation()), new ByteMutation()];

    private static readonly IMutation[] ZippedJson =
        [FramedMutation.Compressed(Gzip, new JsonMutation()), new ByteMutation()];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        .. AlignmentFormats.All.Select(format => new FuzzTarget(
            format.Name,
            _ => [SeedTexts.Alignments(format.Name)],
            format.Name == "jsonl" ? JsonLines : Text,
            TextUses.Links(format.Name))),
        new("bitext", _ => [Pairs, Tabs()], Text, TextUses.Bitext),
        new("bitext-split", _ => [SeedTexts.Of("das Haus", "das Buch", "ein Buch")], Text, TextUses.SplitBitext),
        new("gzip", _ => [FramedMutation.Compress(Gzip, Pairs)], Zipped, TextUses.Compressed("a.gz")),
        new("zstd", _ => [FramedMutation.Compress(Zstandard, Pairs)], Zstd, TextUses.Compressed("a.zst")),
        new("xz", _ => [SeedTexts.Xz], Bytes, TextUses.Compressed("a.xz")),
        new("bzip2", _ => [SeedTexts.Bzip2], Bytes, TextUses.Compressed("a.bz2")),
        new("tmx", _ => [SeedTexts.Tmx], Text, TextUses.Document),
        new("xliff", _ => [SeedTexts.Xliff], Text, TextUses.Document),
        new("label-columns", _ => [SeedTexts.Columns], Text, LabelUses.Project(LabelFormat.Columns)),
        new("label-objects", _ => [SeedTexts.LabelObjects], JsonLines, LabelUses.Project(LabelFormat.Jsonl)),
        new("markup", _ => [SeedTexts.Markup], Text, LabelUses.Project(LabelFormat.Markup)),
        new("requests", _ => [SeedTexts.Requests], JsonLines, LabelUses.Serve),
        new("priors", _ => [SeedTexts.Priors], Text, TextUses.Priors),
        new("dictionary", _ => [SeedTexts.Dictionary], Text, TextUses.Priors),
        new("gold-texts", _ => [SeedTexts.GoldTexts], Text, TextUses.GoldTexts),
        new("training-log", _ => [SeedTexts.TrainingLog], JsonLines, TextUses.TrainingLog),
        new("vec", _ => [SeedVectors.Text], Text, SubwordUses.Vectors("v.vec")),
        new("word2vec", _ => [SeedVectors.Word2Vec], Bytes, SubwordUses.Vectors("v.bin")),
        new("fasttext", _ => [SeedVectors.FastText], Bytes, SubwordUses.Vectors("f.bin")),
        .. StatisticalMethods.All.Select(method => new FuzzTarget(
            $"model-{method.Name}",
            _ => [SeedModels.Save(SeedModels.Train(method.Name))],
            Container,
            StatisticalUses.Align)),
        Slow("model-priors", _ => [SeedModels.Save(SeedModels.Train("hmm"))], Container, TextUses.Priors),
        new("lexicon", _ => [SeedModels.Lexicon()], Container, StatisticalUses.Lexicon),
        Slow("network", _ => [StatisticalUses.ShippedNetwork()], Json, StatisticalUses.Network),
        new("wordpiece", _ => [SeedTokenizers.WordPiece], Json, SubwordUses.Tokenizer("tokenizer.json")),
        new("bpe", _ => [SeedTokenizers.Bpe], Json, SubwordUses.Tokenizer("tokenizer.json")),
        new("unigram", _ => SeedTokenizers.Unigrams(), Json, SubwordUses.Tokenizer("tokenizer.json")),
        new("tokenizer-gzip", _ => [SeedTokenizers.Zipped], ZippedJson, SubwordUses.Tokenizer("tokenizer.json.gz")),
        new("vocab-txt", _ => [SeedTokenizers.Vocabulary], Text, SubwordUses.Tokenizer("vocab.txt")),
        new("sentencepiece", _ => [SeedTokenizers.SentencePiece], Protobuf, SubwordUses.Tokenizer("spm.model")),
        new("sentencepiece-map", _ => [SeedTokenizers.MappedPieces], Protobuf, SubwordUses.Tokenizer("spm.model")),
        new("sentencepiece-xlmr", _ => [SeedTokenizers.SentencePiece], Protobuf, SubwordUses.Tokenizer(Fairseq)),
        new("vocab-json", _ => [SeedTokenizers.RobertaVocabulary], Json, SubwordUses.Beside(Roberta, 1, Merges)),
        new("merges", _ => [SeedTokenizers.Merges], Text, SubwordUses.Beside(Merges.Name, 0, RobertaVocabulary)),
        new("tokenizer-config", _ => [SeedTokenizers.Settings], Json, SubwordUses.Beside(Settings, 0, Vocabulary)),
        new("special-tokens", _ => [SeedTokenizers.Settings], Json, SubwordUses.Beside(SpecialTokens, 0, Vocabulary)),
        Slow("manifest", EncoderUses.FileOfModel(ModelManifest.FileName), Json, EncoderUses.Manifest),
        Slow("graph", EncoderUses.FileOfModel(Graph), Protobuf, EncoderUses.AlignWith(Graph)),
        Slow("graph-quantize", EncoderUses.FileOfModel(Graph), Protobuf, EncoderUses.Quantize),
        Slow("graph-average", EncoderUses.FileOfModel(Graph), Protobuf, EncoderUses.Average),
        Slow("graph-import", EncoderUses.ExportedGraph, Protobuf, EncoderUses.Import("model.onnx")),
        Slow("external-data", EncoderUses.FileOfModel(Weights), SameLength, EncoderUses.AlignWith(Weights)),
        Slow("model-vocabulary", EncoderUses.FileOfModel("vocab.txt"), Text, EncoderUses.AlignWith("vocab.txt")),
        Slow("config", EncoderUses.FileOfSource(Config), Json, EncoderUses.Import(Config)),
        Slow("safetensors", EncoderUses.FileOfSource(Tensors), Safetensors, EncoderUses.Import(Tensors)),
        Slow("pickle", EncoderUses.Pickle, Zip, EncoderUses.ImportPickle),
        new("scratch", _ => [SeedTexts.Scratch], Json, EncoderUses.Scratch),
        new("checkpoint", CheckpointUses.Seeds, Hashed, CheckpointUses.Resume),
    ];

    private static byte[] Pairs => SeedTexts.Of(SeedTexts.Bitext);

    private static (string Name, byte[] Content) Merges => ("merges.txt", SeedTokenizers.Merges);

    private static (string Name, byte[] Content) RobertaVocabulary => (Roberta, SeedTokenizers.RobertaVocabulary);

    private static (string Name, byte[] Content) Vocabulary => ("vocab.txt", SeedTokenizers.Vocabulary);

    /// <summary>The target of that name.</summary>
    public static FuzzTarget Get(string name) => All.Single(target => target.Name == name);

    private static FuzzTarget Slow(
        string name,
        Func<Workplace, IReadOnlyList<byte[]>> seeds,
        IReadOnlyList<IMutation> mutations,
        Action<byte[], Workplace> use) => new(name, seeds, mutations, use) { IsSlow = true };

    private static byte[] Tabs() =>
        SeedTexts.Of([.. SeedTexts.Bitext.Select(pair => pair.Replace(" ||| ", "\t", StringComparison.Ordinal))]);
}

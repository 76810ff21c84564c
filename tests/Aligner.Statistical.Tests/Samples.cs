using System.Collections.Concurrent;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Units;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Tests;

/// <summary>The sample bitexts of the project and models trained on them.</summary>
internal static class Samples
{
    private static readonly ConcurrentDictionary<string, TrainingResult> Trained = [];

    /// <summary>A method trained with its defaults on the German–English sample; trained once.</summary>
    public static TrainingResult Train(string method) =>
        Trained.GetOrAdd(method, name => Train(name, Bitext("german-english")));

    public static TrainingResult Train(string method, BitextReader bitext, TextOptions? text = null)
    {
        TextOptions options = text ?? new TextOptions();
        using TokenizedBitext pairs = new(bitext, options, new UnitOptions());
        return StatisticalTrainer.Train(
            StatisticalMethods.Get(method),
            new MethodSettings(),
            options,
            maxLength: 200,
            new TrainingText([], pairs.ReadAll().Select(pair => pair.Tokens)),
            new TrainingContext { Threads = 2 });
    }

    /// <summary>Aligns the training text as is best for its method.</summary>
    public static IReadOnlyList<Alignment> Align(TrainingResult trained) =>
    [
        .. Aligner(trained.Model).Align(trained.Corpus.Count, trained.Pair, CancellationToken.None)
            .Select(alignment => alignment.ToAlignment()),
    ];

    /// <summary>Aligns new text as is best for its method.</summary>
    public static IReadOnlyList<Alignment> Align(StatisticalModel model, IReadOnlyList<TokenizedPair> pairs) =>
        Aligner(model).Align(pairs, CancellationToken.None);

    public static TokenizedPair[] Tokens(string name) =>
        [.. File.ReadLines(PathOf($"{name}.txt")).Select(Bitexts.Tokens)];

    public static BitextReader Bitext(string name) => BitextReader.Open(PathOf($"{name}.txt"));

    public static GoldAlignment[] Gold(string name) => ReadGold(PathOf($"{name}.gold"));

    public static GoldAlignment[] ReadGold(string path)
    {
        using LineReader reader = TextInput.Open(path);
        return [.. AlignmentFormats.Get("pharaoh").Read(reader, new FormatOptions()).Select(line => line.ToGold())];
    }

    private static StatisticalAligner Aligner(StatisticalModel model) =>
        new(model, model.Method.Decision, threads: 2);

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "samples", file);
}

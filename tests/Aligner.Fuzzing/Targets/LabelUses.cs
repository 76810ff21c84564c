using Aligner.Applications.Labels;
using Aligner.Applications.Projection;
using Aligner.Core.Text;
using Aligner.Fuzzing.Seeds;
using Aligner.Serving;
using Aligner.Serving.Batching;
using Aligner.Serving.Lines;

namespace Aligner.Fuzzing.Targets;

/// <summary>What is done with labeled sentences and with requests to a service.</summary>
internal static class LabelUses
{
    private const string Translation = "the small house , an old book and a book .";

    /// <summary>Long enough for any case; the watchdog ends what takes longer.</summary>
    private static readonly ServingOptions Limits = new() { TimeLimit = TimeSpan.FromMinutes(1) };

    private static readonly Lazy<WordAligner> Aligner = new(() => WordAligner.Train(
        SeedTexts.Bitext.Select(pair => pair.Split(" ||| ")).Select(sides => (sides[0], sides[1])),
        new WordAlignerOptions { Method = "hmm", Threads = 1 }));

    /// <summary>Labels are projected by each policy, decoded from brackets, and written again.</summary>
    public static Action<byte[], Workplace> Project(LabelFormat format) => (bytes, _) =>
    {
        ProjectionPolicy[] policies = Enum.GetValues<ProjectionPolicy>();
        TagScheme[] schemes = Enum.GetValues<TagScheme>();
        LabelProjector projector = new(new ProjectionOptions { Policy = policies[bytes.Length % policies.Length] });
        ILabelWriter writer = Writer(format, schemes[bytes.Length % schemes.Length]);
        using ILabelReader reader = Reader(format, new LineReader(new MemoryStream(bytes), "labels"));
        using TextOutput output = new(Stream.Null, "projected");
        while (reader.Read() is { } sentence)
        {
            using TextLineReader translation =
                new(new LineReader(new MemoryStream(SeedTexts.Of(Translation)), "translation"));
            LabeledSentence target = translation.Read()!;
            AlignedPair pair = Aligner.Value.LinkEach([new PairText(sentence.Text, target.Text)])[0];
            try
            {
                ProjectedTarget projected = projector.Project(pair, sentence, target);
                writer.Write(output, projected.Source, projected.Target);
            }
            catch (FormatException)
            {
                // Documented: a node of a graph has an anchor of another form.
            }

            projector.Decode(sentence, target with { Text = $"[ {sentence.Text} ] the [ house" });
        }
    };

    /// <summary>A service answers each line of requests with a line.</summary>
    public static void Serve(byte[] bytes, Workplace place)
    {
        using MemoryStream output = new();
        RequestBatcher batcher = new(Aligner.Value, Limits);
        try
        {
            LineService.RunAsync(new MemoryStream(bytes), output, batcher, Limits, default).GetAwaiter().GetResult();
        }
        finally
        {
            batcher.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        int requests = bytes.Count((byte)'\n') + (bytes is [] or [.., (byte)'\n'] ? 0 : 1);
        int answers = output.ToArray().Count((byte)'\n');
        if (answers != requests)
        {
            throw new InvalidOperationException($"{answers} answers to {requests} requests");
        }
    }

    private static ILabelReader Reader(LabelFormat format, LineReader lines) => format switch
    {
        LabelFormat.Columns => new ColumnLabelReader(lines, new ColumnOptions()),
        LabelFormat.Jsonl => new JsonLabelReader(lines),
        _ => new MarkupReader(lines),
    };

    private static ILabelWriter Writer(LabelFormat format, TagScheme scheme) => format switch
    {
        LabelFormat.Columns => new ColumnLabelWriter(scheme, tagColumn: null),
        LabelFormat.Jsonl => new JsonLabelWriter(scheme),
        _ => new MarkupWriter(),
    };
}

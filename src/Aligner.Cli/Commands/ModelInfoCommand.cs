using System.CommandLine;
using System.Globalization;
using Aligner.Cli.Hosting;
using Aligner.Combination.Networks;
using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Neural.Models;
using Aligner.Statistical.Models;
using Aligner.Statistical.StemLexicons;

namespace Aligner.Cli.Commands;

/// <summary>
/// <c>aligner model info MODEL</c>: what a model holds, every file of a folder checked by its hash, every section of a
/// file by its checksum.
/// </summary>
internal sealed class ModelInfoCommand : ToolCommand
{
    private readonly Argument<string> _model = new("MODEL")
    {
        Description = "A model folder, a model that train saved, a lexicon, or a network that decides about links",
    };

    public ModelInfoCommand()
        : base("info", "Describe a model and check its files")
    {
        Add(_model);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner model info mbert", "layers, sizes, tokenizer; an error if a file was changed"),
        new("aligner model info corpus.model", "method, encoder, words"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        using TextOutput output = context.OpenStandardOutput();
        foreach ((string name, string value) in Describe(parsed.GetRequiredValue(_model)))
        {
            output.WriteLine($"{name,-14} {value}");
        }

        output.Commit();
    }

    private static IEnumerable<(string Name, string Value)> Describe(string path)
    {
        if (Directory.Exists(path))
        {
            ModelFolder folder = ModelFolder.Open(path);
            folder.Verify();
            return Describe(folder.Manifest);
        }

        using PrefixedStream stream = PrefixedStream.Open(path, StatisticalModelFormat.MagicLength);
        if (!StatisticalModelFormat.Begins(stream.Prefix))
        {
            return stream.Prefix.StartsWith("{"u8)
                ? Describe(LinkNetworkFormat.Open(path))
                : throw new DataException(
                    $"{path}: no model: neither a model folder, nor a model that train saved, a lexicon or a network");
        }

        return StemLexiconFormat.ReadIfAny(stream, path) is { } lexicon
            ? Describe(lexicon)
            : Describe(StatisticalModelFormat.Open(path));
    }

    private static IEnumerable<(string Name, string Value)> Describe(StatisticalModel model)
    {
        yield return ("kind", "statistical model");
        yield return ("method", model.Method.Name);
        yield return ("encoder", model.Encoder?.Name ?? "none");
        if (model.Encoder is { } encoder)
        {
            yield return ("lexicon", encoder.Languages ?? "none of its language pairs");
        }

        yield return ("source words", Number(model.SourceVocabulary.Count));
        yield return ("target words", Number(model.TargetVocabulary.Count));
        yield return ("spellings", Number(model.Directions.Factoring.Count));
        yield return ("tokenizers", $"{model.Text.SourceTokenizer} {model.Text.TargetTokenizer}");
        yield return ("max length", Number(model.MaxLength));
    }

    private static IEnumerable<(string Name, string Value)> Describe(StemLexicon lexicon)
    {
        yield return ("kind", "lexicon of stems");
        yield return ("stem pairs", Number(lexicon.Count));
        yield return ("languages", string.Join(' ', lexicon.Languages));
    }

    private static IEnumerable<(string Name, string Value)> Describe(LinkNetwork network)
    {
        int depth = 1;
        for (LinkNetwork? below = network.Base; below is not null; below = below.Base)
        {
            depth++;
        }

        yield return ("kind", "network that decides about links");
        yield return ("stacked", Number(depth));
        yield return ("features", Number(network.Features.Count));
        yield return ("hidden units", Number(network.Units));
    }

    private static IEnumerable<(string Name, string Value)> Describe(ModelManifest manifest)
    {
        EncoderConfig encoder = manifest.Encoder;
        yield return ("family", ModelManifest.Word(encoder.Family));
        yield return ("precision", manifest.Precision);
        yield return ("layers", Number(encoder.Layers));
        yield return ("hidden states", string.Join(' ', manifest.HiddenStates.Keys.Order()));
        yield return ("default layer", Number(manifest.DefaultLayer));
        yield return ("hidden size", Number(encoder.HiddenSize));
        if (encoder.EmbeddingSize is int width)
        {
            yield return ("embeddings", Number(width));
        }

        yield return ("heads", Number(encoder.Heads));
        yield return ("head size", Number(encoder.WidthOfHead));
        yield return ("neurons", Number(encoder.IntermediateSize));
        if (encoder.AdapterSize > 0)
        {
            yield return ("adapters", Number(encoder.AdapterSize));
        }

        yield return ("vocabulary", Number(encoder.VocabularySize));
        yield return ("max length", Number(encoder.MaxLength));
        yield return ("head", encoder.Head == HeadKind.None
            ? "none"
            : $"{ModelManifest.Word(encoder.Head)}, {Number(encoder.Labels)} labels");
        if (manifest.Links is { } links)
        {
            string distortion = links.Distortion == 0
                ? ""
                : FormattableString.Invariant($", distortion {links.Distortion}");
            yield return ("links", $"{links.Extract} of {ModelManifest.Word(links.Level)}s{distortion}");
        }

        yield return ("tokenizer", manifest.Tokenizer);
        if (manifest.Lexicon is { } lexicon)
        {
            yield return ("lexicon", lexicon);
        }

        yield return ("size", FormattableString.Invariant($"{manifest.Files.Values.Sum(file => file.Bytes)} bytes"));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

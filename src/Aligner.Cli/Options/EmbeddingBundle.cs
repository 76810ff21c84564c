using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Hosting;
using Aligner.Core.Corpora;
using Aligner.Neural.Embeddings;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Similarity.Embeddings;
using Aligner.Similarity.Matrices;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Options;

/// <summary>Where the vectors of words come from: an encoder, vector files, or both.</summary>
internal sealed class EmbeddingBundle
{
    /// <summary>Pairs that statistics of the corpus are taken of.</summary>
    public const int SampleSize = 10_000;

    private readonly VectorBundle _vectors;
    private readonly EncoderBundle _encoder;
    private readonly Option<string?> _model;

    private readonly Option<int?> _layer = OptionFactory.OptionalInteger(
        "--layer", "Use the hidden states of layer N, 0 for embeddings", 0, absent: "the model's own");

    private readonly Option<string?> _level = OptionFactory.OptionalChoice(
        "--level",
        "Compare subwords, or the means of each word's subwords",
        Enum.GetNames<SimilarityLevel>().Select(name => name.ToLowerInvariant()),
        absent: "subword with an encoder alone, word otherwise");

    private readonly Option<bool> _center = new("--center")
    {
        Description = $"Subtract the mean vector of each language in the first {SampleSize} pairs",
    };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public EmbeddingBundle(ToolCommand command, SharedOptions shared)
    {
        _model = shared.Model;
        _encoder = shared.Encoder;
        command.Add(Headings.Encoder, _layer, _level, _center);
        _vectors = new VectorBundle(command);
    }

    /// <summary>The options of the bundle.</summary>
    public IEnumerable<Option> Options => [.. _encoder.Options, _layer, _level, .. _vectors.Options, _center];

    /// <summary>Says which option is missing or contradicts another, or null.</summary>
    public string? Check(CommandResult result)
    {
        bool hasEncoder = result.GetResult(_model) is { Implicit: false } || !_vectors.IsAnyGiven(result);
        if (!hasEncoder && _encoder.Options.Append(_layer).FirstOrDefault(
            option => result.GetResult(option) is { Implicit: false }) is { } option)
        {
            return $"{option.Name} needs --model";
        }

        return _vectors.IsAnyGiven(result) ? _vectors.Check(result) : null;
    }

    /// <summary>Whether vector files are read, for which all words of the bitext must be known.</summary>
    public bool NeedsAllWords(CommandResult result) => _vectors.IsAnyGiven(result);

    /// <summary>Whether language means are subtracted.</summary>
    public bool IsCentered(ParseResult parsed) => parsed.GetValue(_center);

    /// <summary>Whether vectors come from an encoder and from nowhere else.</summary>
    public bool IsEncoderAlone(ParseResult parsed) => !NeedsAllWords(parsed.CommandResult);

    /// <summary>Pieces or words, if the command line chooses.</summary>
    public SimilarityLevel? Level(ParseResult parsed) => parsed.GetValue(_level) is { } level
        ? Enum.Parse<SimilarityLevel>(level, ignoreCase: true)
        : null;

    /// <summary>Pieces or words, by default.</summary>
    public SimilarityLevel DefaultLevel(ParseResult parsed) =>
        IsEncoderAlone(parsed) ? SimilarityLevel.Subword : SimilarityLevel.Word;

    /// <summary>
    /// How links are best extracted from the encoder's hidden states, if it is alone and that is known.
    /// </summary>
    public LinkSettings? LinkSettings(ParseResult parsed) =>
        IsEncoderAlone(parsed) ? _encoder.OpenAny(parsed).Manifest.Links : null;

    /// <summary>Loads everything that is asked for.</summary>
    /// <param name="run">The command line, threads.</param>
    /// <param name="pairs">All pairs if vector files are read, otherwise those that means are taken of.</param>
    /// <param name="text">How words are normalized.</param>
    public Embedders Load(AlignRun run, IReadOnlyList<TokenizedPair> pairs, TextOptions text)
    {
        List<IPairEmbedder> embedders = [];
        ContextualEmbedder? contextual = null;
        if ((IsEncoderAlone(run.Parsed) ? _encoder.OpenAny(run.Parsed) : _encoder.Open(run.Parsed))
            is ModelFolder model)
        {
            EncoderOptions options = new()
            {
                Layer = run.Parsed.GetValue(_layer),
                Session = _encoder.Settings(run.Parsed),
            };
            contextual = new ContextualEmbedder(model, options, new WordNormalizer(text.Normalization));
            embedders.Add(contextual);
        }

        if (NeedsAllWords(run.Parsed.CommandResult))
        {
            embedders.Add(_vectors.Load(run, pairs, text));
        }

        if (IsCentered(run.Parsed))
        {
            TokenizedPair[] sample = [.. pairs.Take(SampleSize)];
            embedders = embedders.ConvertAll<IPairEmbedder>(embedder => new CenteredEmbedder(
                embedder, LanguageMeans.Estimate(embedder, [sample], run.Parallel)));
        }

        return new Embedders(embedders, contextual);
    }
}

/// <summary>What gives words their vectors.</summary>
/// <param name="All">Every source of vectors.</param>
/// <param name="Contextual">The encoder among them, if there is one.</param>
internal sealed record Embedders(IReadOnlyList<IPairEmbedder> All, ContextualEmbedder? Contextual) : IDisposable
{
    public void Dispose() => Contextual?.Dispose();
}

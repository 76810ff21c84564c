using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Hosting;
using Aligner.Core.Corpora;
using Aligner.Similarity.Embeddings;
using Aligner.Similarity.Mapping;
using Aligner.Similarity.Vectors;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Options;

/// <summary>Where word vectors come from and how those of two languages get into one space.</summary>
internal sealed class VectorBundle
{
    private const string Identical = "identical";

    private readonly Option<string?> _both = OptionFactory.Path(
        "--vectors", "Word vectors of both languages, in one space (.vec or .txt text, .bin word2vec or fastText)");

    private readonly Option<string?> _source =
        OptionFactory.Path("--source-vectors", "Word vectors of the source language");

    private readonly Option<string?> _target =
        OptionFactory.Path("--target-vectors", "Word vectors of the target language");

    private readonly Option<string?> _seed = OptionFactory.Path(
        "--seed-dictionary", "Word pairs, one a line, by which source vectors are rotated into the target space");

    private readonly Option<string?> _map = OptionFactory.OptionalChoice(
        "--map", "Rotate source vectors into the target space by the words that are spelled alike", [Identical]);

    private readonly Option<int?> _iterations = OptionFactory.OptionalInteger(
        "--map-iterations", "Rotate N times, each after the first by the nearest words of the last", 1, absent: "1");

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public VectorBundle(ToolCommand command)
    {
        command.Add(Headings.Vectors, Options);
    }

    /// <summary>The options of the bundle.</summary>
    public IEnumerable<Option> Options => [_both, _source, _target, _seed, _map, _iterations];

    /// <summary>Whether vector files are read.</summary>
    public bool IsAnyGiven(CommandResult result) =>
        Options.Any(option => result.GetResult(option) is { Implicit: false });

    /// <summary>Says which option is missing or contradicts another, or null.</summary>
    public string? Check(CommandResult result)
    {
        bool both = IsGiven(_both);
        return both && (IsGiven(_source) || IsGiven(_target))
                ? "give either --vectors or --source-vectors and --target-vectors"
            : !both && !(IsGiven(_source) && IsGiven(_target))
                ? "give --vectors, or both --source-vectors and --target-vectors"
            : IsGiven(_seed) && IsGiven(_map)
                ? "give either --seed-dictionary or --map"
            : both && (IsGiven(_seed) || IsGiven(_map))
                ? "--vectors are of one space already: mapping needs --source-vectors and --target-vectors"
            : IsGiven(_iterations) && !IsGiven(_seed) && !IsGiven(_map)
                ? "--map-iterations needs --seed-dictionary or --map"
            : null;

        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
    }

    /// <summary>Reads the vectors of the words in <paramref name="pairs"/> and brings them into one space.</summary>
    public IPairEmbedder Load(AlignRun run, IReadOnlyList<TokenizedPair> pairs, TextOptions text)
    {
        WordSpelling spelling = new(new WordNormalizer(text.Normalization));
        HashSet<string> sourceWords = spelling.All(pairs.SelectMany(pair => pair.Source));
        HashSet<string> targetWords = spelling.All(pairs.SelectMany(pair => pair.Target));
        (WordVectors source, WordVectors target) = run.Parsed.GetValue(_both) is { } path
            ? LoadShared(run, path, sourceWords, targetWords)
            : LoadSeparate(run, sourceWords, targetWords);
        return Create(source, target, spelling);
    }

    private static (WordVectors Source, WordVectors Target) LoadShared(
        AlignRun run, string path, HashSet<string> sourceWords, HashSet<string> targetWords)
    {
        WordVectors vectors = Read(run, path, [.. sourceWords, .. targetWords]);
        return (vectors, vectors);
    }

    private (WordVectors Source, WordVectors Target) LoadSeparate(
        AlignRun run, HashSet<string> sourceWords, HashSet<string> targetWords)
    {
        IReadOnlyList<(string Source, string Target)>? seed = null;
        if (run.Parsed.GetValue(_seed) is { } seedPath)
        {
            seed = SeedPairs.Read(seedPath);
            sourceWords.UnionWith(seed.Select(pair => pair.Source));
            targetWords.UnionWith(seed.Select(pair => pair.Target));
        }
        else if (run.Parsed.GetValue(_map) is Identical)
        {
            sourceWords.UnionWith(targetWords);
            targetWords.UnionWith(sourceWords);
        }

        WordVectors source = Read(run, run.Parsed.GetValue(_source)!, sourceWords);
        WordVectors target = Read(run, run.Parsed.GetValue(_target)!, targetWords);
        if (run.Parsed.GetValue(_map) is Identical)
        {
            seed = SeedPairs.Identical(source.Words, target.Words);
        }

        return (seed is null ? source : Map(run, source, target, seed), target);
    }

    private WordVectors Map(
        AlignRun run, WordVectors source, WordVectors target, IReadOnlyList<(string Source, string Target)> seed)
    {
        try
        {
            ProcrustesMapping mapping = ProcrustesMapping.Fit(
                source, target, seed, run.Parsed.GetValue(_iterations) ?? 1, run.Parallel);
            run.Context.Messages.Detail($"mapped by {mapping.PairCount} pairs of words");
            return mapping.Apply(source);
        }
        catch (ArgumentException exception)
        {
            throw new Core.DataException(exception.Message, exception);
        }
    }

    private static StaticEmbedder Create(WordVectors source, WordVectors target, WordSpelling spelling)
    {
        try
        {
            return new StaticEmbedder(source, target, spelling);
        }
        catch (ArgumentException exception)
        {
            throw new Core.DataException(exception.Message, exception);
        }
    }

    private static WordVectors Read(AlignRun run, string path, HashSet<string> wanted)
    {
        WordVectors vectors = VectorFile.Read(path, wanted, run.Context.Cancellation);
        run.Context.Messages.Detail(
            $"{path}: vectors of {vectors.Dimension} values");
        CoverageNotes.OfVectors(run.Context.Messages, path, vectors.Words.Count, wanted.Count);
        return vectors;
    }
}

using System.Globalization;
using Aligner.Core;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>Learns a vocabulary of subword pieces with probabilities from text (Kudo 2018).</summary>
/// <remarks>
/// The algorithm of SentencePiece: from the substrings that cover most of the text, EM and pruning by turns keep the
/// pieces that make the text most probable. No piece reaches beyond a word or a kind of characters: Latin, East Asian
/// and other letters, digits, symbols. The same text and options give the same vocabulary. Memory grows with the
/// number of distinct words.
/// </remarks>
public sealed class UnigramTrainer
{
    private readonly UnigramTrainerOptions _options;
    private readonly RunCounter _counter;

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public UnigramTrainer(UnigramTrainerOptions options)
    {
        options.Validate();
        _options = options;
        _counter = new RunCounter(UnigramFile.ReadNormalizer(options), UnigramFile.ReadPreTokenizer(options));
    }

    /// <summary>Counts a sentence or a word.</summary>
    /// <param name="text">Text as the tokenizer will meet it: if that will see words, give words.</param>
    /// <param name="weight">
    /// How often it occurs, above 0. Fractions balance languages, for example; they should be about 1 on average, as
    /// what occurs less than twice is no piece.
    /// </param>
    public void Add(ReadOnlySpan<char> text, double weight = 1)
    {
        if (!(weight > 0 && double.IsFinite(weight)))
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "must be a number above 0");
        }

        _counter.Add(text, weight);
    }

    /// <summary>Trains on all text that was added.</summary>
    /// <param name="progress">Told after each iteration.</param>
    /// <param name="cancellation">Stops training.</param>
    /// <exception cref="DataException">There is no text, or its characters alone exceed the vocabulary.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public UnigramVocabulary Train(
        IProgress<UnigramProgress>? progress = null, CancellationToken cancellation = default)
    {
        ParallelOptions parallel = new()
        {
            MaxDegreeOfParallelism = _options.Threads,
            CancellationToken = cancellation,
        };
        RunText text = RunText.Build(_counter.Counts, _options.CharacterCoverage);
        CheckSize(text);
        PieceTable seeds = PieceTable.Start(
            text, SeedFinder.Find(text, _options.SeedSize, _options.MaxPieceLength, parallel));
        UnigramEstimator estimator = new(text, seeds, parallel);
        Iterate(dropsRare: true);
        while (estimator.Pieces.Count > _options.LearnedSize)
        {
            int shrunk = (int)(estimator.Pieces.Count * _options.ShrinkFactor);
            estimator.Prune(Math.Max(_options.LearnedSize, shrunk));
            Iterate(dropsRare: estimator.Pieces.Count > _options.LearnedSize);
        }

        return new UnigramVocabulary(_options, estimator.Pieces);

        void Iterate(bool dropsRare)
        {
            for (int iteration = 0; iteration < _options.Iterations; iteration++)
            {
                double bits = -estimator.Iterate(dropsRare) / Math.Log(2) / text.CharacterWeight;
                progress?.Report(new UnigramProgress(estimator.Pieces.Count, bits));
            }
        }
    }

    private void CheckSize(RunText text)
    {
        if (text.Count == 0)
        {
            throw new DataException("there is no text to learn pieces from");
        }

        if (text.Characters.Count > _options.LearnedSize)
        {
            throw new DataException(string.Create(
                CultureInfo.InvariantCulture,
                $"a vocabulary of {_options.VocabularySize} has no room for the {text.Characters.Count} characters that"
                + $" cover {_options.CharacterCoverage} of the text; take a larger one or a lower coverage"));
        }
    }
}

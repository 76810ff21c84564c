namespace Aligner.Tokenization.Subwords.Training;

/// <summary>What vocabulary of pieces to train, and how.</summary>
public sealed record UnigramTrainerOptions
{
    /// <summary>The largest <see cref="MaxPieceLength"/>.</summary>
    public const int MaxPieceLengthLimit = 32;

    private const int ByteCount = 256;

    /// <summary>
    /// Number of ids, special tokens included. A text too small for so many pieces gives fewer. Default 12,000.
    /// </summary>
    public int VocabularySize { get; init; } = 12_000;

    /// <summary>
    /// Share of the characters of the text that are pieces in any case, the most frequent first; the others are
    /// unknown. Default 0.9995.
    /// </summary>
    public double CharacterCoverage { get; init; } = 0.9995;

    /// <summary>Number of substrings to start from. Default 1,000,000.</summary>
    public int SeedSize { get; init; } = 1_000_000;

    /// <summary>Share of the pieces that survive a round of pruning. Default 0.75.</summary>
    public double ShrinkFactor { get; init; } = 0.75;

    /// <summary>EM iterations before each round of pruning and after the last. Default 2.</summary>
    public int Iterations { get; init; } = 2;

    /// <summary>
    /// Length of the longest piece in UTF-16 code units, at most <see cref="MaxPieceLengthLimit"/>. Default 16.
    /// </summary>
    public int MaxPieceLength { get; init; } = 16;

    /// <summary>
    /// Tokens with the first ids, in this order. If <c>[CLS]</c> and <c>[SEP]</c> are among them, the tokenizer puts
    /// them around sentences. Default <c>[PAD] [UNK] [CLS] [SEP] [MASK]</c>.
    /// </summary>
    public IReadOnlyList<string> SpecialTokens { get; init; } = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    /// <summary>The one of <see cref="SpecialTokens"/> for unknown characters. Default <c>[UNK]</c>.</summary>
    public string UnknownToken { get; init; } = "[UNK]";

    /// <summary>Whether text is lower-cased, after NFKC. Default false.</summary>
    public bool Lowercase { get; init; }

    /// <summary>
    /// Whether the vowel points and the cantillation marks of Hebrew and Arabic, which most texts leave out, are
    /// dropped, after NFKC and lower case. Default false.
    /// </summary>
    public bool DropsPoints { get; init; }

    /// <summary>
    /// Whether a piece at the start of a word begins with ▁ and so differs from one within. Default true. Without, the
    /// words of compounds and of languages without spaces share pieces with words that stand alone; boundaries are then
    /// known from the words of the input only.
    /// </summary>
    public bool MarksWordStart { get; init; } = true;

    /// <summary>Whether unknown characters become pieces for their UTF-8 bytes, 256 ids more. Default false.</summary>
    public bool ByteFallback { get; init; }

    /// <summary>Degree of parallelism; never changes the result. Default: all processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Number of ids for learned pieces.</summary>
    internal int LearnedSize => VocabularySize - SpecialTokens.Count - (ByteFallback ? ByteCount : 0);

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="ArgumentException">
    /// A special token is there twice or could be a piece of text, or the unknown token is none of them.
    /// </exception>
    public void Validate()
    {
        if (!(CharacterCoverage is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(CharacterCoverage), CharacterCoverage, "must be above 0 and at most 1");
        }

        if (!(ShrinkFactor is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(ShrinkFactor), ShrinkFactor, "must be between 0 and 1");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(SeedSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Iterations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPieceLength, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxPieceLength, MaxPieceLengthLimit);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        if (LearnedSize < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(VocabularySize), VocabularySize, "leaves no room for pieces beside the special tokens");
        }

        ValidateTokens();
    }

    private void ValidateTokens()
    {
        if (SpecialTokens.Distinct().Count() != SpecialTokens.Count)
        {
            throw new ArgumentException("a special token is there twice", nameof(SpecialTokens));
        }

        if (!SpecialTokens.Contains(UnknownToken))
        {
            throw new ArgumentException($"'{UnknownToken}' is no special token", nameof(UnknownToken));
        }

        // No learned piece holds both letters and symbols, so that these tokens never stand for text.
        foreach (string token in SpecialTokens)
        {
            if (CharacterRuns.FirstLength(token) == token.Length)
            {
                throw new ArgumentException(
                    $"'{token}' could be a piece of text; write '[{token}]', for example", nameof(SpecialTokens));
            }
        }
    }
}

using Aligner.Core.Numerics;
using Aligner.Finetuning.Corpora;

namespace Aligner.Finetuning.Objectives.MaskedLanguage;

/// <summary>
/// Hides pieces of texts (Devlin et al. 2019, appendix A.1): of those to guess, 8 in 10 become the mask, one another
/// piece, and one stays.
/// </summary>
/// <param name="options">How many are hidden, and the mask.</param>
/// <param name="vocabularySize">Other pieces have ids below this.</param>
/// <param name="random">Where choices come from.</param>
internal sealed class MaskedText(MaskedLanguageOptions options, int vocabularySize, SplitMix64 random)
{
    private const int OfTen = 10, Masked = 8, Replaced = 9;

    private readonly List<int[]> _sentences = [];
    private readonly List<(int Sentence, int Piece, int Id)> _hidden = [];
    private SplitMix64 _random = random;

    /// <summary>Piece ids of the texts, some of them hidden.</summary>
    public IReadOnlyList<int[]> Sentences => _sentences;

    /// <summary>What is to be guessed: the sentence, the place in it and the id.</summary>
    public IReadOnlyList<(int Sentence, int Piece, int Id)> Hidden => _hidden;

    /// <summary>Adds a text; special pieces are not hidden.</summary>
    public void Add(PieceSequence text)
    {
        int[] ids = text.Ids.ToArray();
        List<int> places = [];
        for (int piece = 0; piece < ids.Length; piece++)
        {
            if (text.Words[piece] >= 0)
            {
                places.Add(piece);
            }
        }

        int count = Math.Min(places.Count, Math.Max(1, (int)Math.Round(options.Share * places.Count)));
        for (int i = 0; i < count; i++)
        {
            int drawn = i + _random.NextIndex(places.Count - i);
            (places[i], places[drawn]) = (places[drawn], places[i]);
            int place = places[i];
            _hidden.Add((_sentences.Count, place, ids[place]));
            int die = _random.NextIndex(OfTen);
            ids[place] = die < Masked ? options.MaskId
                : die < Replaced ? _random.NextIndex(vocabularySize)
                : ids[place];
        }

        _sentences.Add(ids);
    }
}

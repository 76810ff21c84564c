namespace Aligner.Statistical.Bayesian;

/// <summary>
/// What a Gibbs step needs of each position of the source sentence at hand, side by side: the scales of its word and
/// the cost of one more link. Kept up to date as links come and go.
/// </summary>
internal sealed class SourcePositions
{
    private readonly LexicalState _lexicon;
    private readonly FertilityTable _fertilities;
    private readonly WordClasses _classes;
    private readonly int[] _lastOfClass;
    private readonly int[] _words;
    private readonly int[] _wordClasses;
    private readonly int[] _links;
    private readonly int[] _nextOfClass;
    private readonly float[] _scales;
    private readonly float[] _classScales;
    private readonly float[] _ratios;

    public SourcePositions(DirectedText text, LexicalState lexicon, FertilityTable fertilities)
    {
        int size = text.LongestSource + GibbsKernel.Padding;
        _lexicon = lexicon;
        _fertilities = fertilities;
        _classes = text.SourceClasses;
        _lastOfClass = new int[_classes.Count];
        _lastOfClass.AsSpan().Fill(-1);
        _words = new int[size];
        _wordClasses = new int[size];
        _links = new int[size];
        _nextOfClass = new int[size];
        _scales = new float[size];
        _classScales = new float[size];
        _ratios = new float[size];
    }

    /// <summary>c_{e_i}.</summary>
    public ReadOnlySpan<int> Classes => _wordClasses;

    /// <summary>1 / (γ + n(e_i)).</summary>
    public ReadOnlySpan<float> Scales => _scales;

    /// <summary>1 / (αC + n(c_{e_i})).</summary>
    public ReadOnlySpan<float> ClassScales => _classScales;

    /// <summary>P(φ_i + 1) / P(φ_i).</summary>
    public ReadOnlySpan<float> FertilityRatios => _ratios;

    /// <summary>Takes up a sentence with the links of its target words.</summary>
    public void Load(ReadOnlySpan<int> words, ReadOnlySpan<short> links)
    {
        words.CopyTo(_words);
        _links.AsSpan(0, words.Length).Clear();
        foreach (short link in links)
        {
            if (link >= 0)
            {
                _links[link]++;
            }
        }

        for (int i = 0; i < words.Length; i++)
        {
            _wordClasses[i] = _classes.Of(words[i]);
            _scales[i] = _lexicon.Scale(words[i]);
            _classScales[i] = _lexicon.ClassScale(_wordClasses[i]);
            _ratios[i] = _fertilities.Ratio(words[i], _links[i]);
        }

        LinkClasses(words);
    }

    /// <summary>Adds <paramref name="change"/> links of position i with a target word.</summary>
    public void Count(int i, int targetWord, int change)
    {
        _lexicon.Count(_words[i], targetWord, change);
        _links[i] += change;
        _ratios[i] = _fertilities.Ratio(_words[i], _links[i]);
        int position = i;
        do
        {
            _scales[position] = _lexicon.Scale(_words[position]);
            _classScales[position] = _lexicon.ClassScale(_wordClasses[position]);
            position = _nextOfClass[position];
        }
        while (position != i);
    }

    /// <summary>Makes a ring of all positions whose words share a class.</summary>
    private void LinkClasses(ReadOnlySpan<int> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            ref int last = ref _lastOfClass[_wordClasses[i]];
            _nextOfClass[i] = i;
            if (last >= 0)
            {
                (_nextOfClass[last], _nextOfClass[i]) = (i, _nextOfClass[last]);
            }

            last = i;
        }

        foreach (int ofWord in _wordClasses.AsSpan(0, words.Length))
        {
            _lastOfClass[ofWord] = -1;
        }
    }
}

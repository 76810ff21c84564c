using System.Runtime.InteropServices;
using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Inflections;

/// <summary>
/// The heads of one side: words with a single link, with their translations and the adjacent words that have no
/// link.
/// </summary>
/// <param name="words">The word types of the side.</param>
/// <param name="maxDistance">Places before or after a head that count as adjacent.</param>
internal sealed class HeadTable(Vocabulary words, int maxDistance)
{
    private readonly Vocabulary _forms = new();
    private readonly Dictionary<int, int> _formOfWord = [];
    private readonly List<Head> _heads = [];
    private readonly List<int> _cues = [];
    private readonly SideLinks _links = new();

    /// <summary>All heads, in the order of the text.</summary>
    public IReadOnlyList<Head> Heads => _heads;

    /// <summary>
    /// Lower-cased words. A cue is the number of one of them, doubled, with 1 added if it stands before the head.
    /// </summary>
    public Vocabulary Forms => _forms;

    /// <summary>The cues of a head.</summary>
    public ReadOnlySpan<int> Cues(Head head) => CollectionsMarshal.AsSpan(_cues).Slice(head.FirstCue, head.CueCount);

    /// <summary>Adds the heads of a pair.</summary>
    /// <param name="sentence">This side.</param>
    /// <param name="translation">The other side.</param>
    /// <param name="links">The links; this side is their source.</param>
    public void Add(ReadOnlySpan<int> sentence, ReadOnlySpan<int> translation, IEnumerable<Link> links)
    {
        _links.Fill(links, sentence.Length);
        Span<int> places = stackalloc int[2 * maxDistance];
        for (int head = 0; head < sentence.Length; head++)
        {
            if (_links.Counts[head] != 1)
            {
                continue;
            }

            int firstCue = _cues.Count;
            foreach (int place in places[..InflectionKernel.Unlinked(_links.Counts, head, places)])
            {
                int cue = (2 * Form(sentence[place])) + (place < head ? 1 : 0);
                if (_cues.LastIndexOf(cue, _cues.Count - 1, _cues.Count - firstCue) < 0)
                {
                    _cues.Add(cue);
                }
            }

            _heads.Add(new Head(
                Form(sentence[head]), translation[_links.Partner(head)], firstCue, _cues.Count - firstCue));
        }
    }

    private int Form(int word)
    {
        if (!_formOfWord.TryGetValue(word, out int form))
        {
            form = _forms.Add(words[word].ToLowerInvariant());
            _formOfWord.Add(word, form);
        }

        return form;
    }

    /// <summary>A word with a single link.</summary>
    /// <param name="Form">Its form.</param>
    /// <param name="Translation">The word of the other side.</param>
    /// <param name="FirstCue">Where its cues begin.</param>
    /// <param name="CueCount">How many there are.</param>
    public readonly record struct Head(int Form, int Translation, int FirstCue, int CueCount);
}

using System.Runtime.InteropServices;

namespace Aligner.Applications.Filtering;

/// <summary>The character trigrams of a text and how often each occurs.</summary>
internal sealed class Trigrams
{
    private Trigrams(Dictionary<ulong, int> counts, int total) => (Counts, Total) = (counts, total);

    /// <summary>Three UTF-16 code units as one number, and how often they occur.</summary>
    public Dictionary<ulong, int> Counts { get; }

    /// <summary>The number of trigrams.</summary>
    public int Total { get; }

    /// <summary>The trigrams of the words of a text, in lower case and with a blank around each word.</summary>
    public static Trigrams Of(string text)
    {
        Dictionary<ulong, int> counts = [];
        int total = 0;
        ulong gram = 0;
        int known = 0;
        foreach (char character in $" {text.ToLowerInvariant()} ")
        {
            bool isBlank = character is ' ' or '\t';
            gram = ((gram << 16) | (isBlank ? ' ' : character)) & 0xFFFF_FFFF_FFFF;
            known++;
            if (known >= 3)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, gram, out _)++;
                total++;
            }

            if (isBlank)
            {
                (gram, known) = (' ', 1);
            }
        }

        return new Trigrams(counts, total);
    }
}

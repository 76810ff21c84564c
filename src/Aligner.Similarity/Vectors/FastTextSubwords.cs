using System.Text;

namespace Aligner.Similarity.Vectors;

/// <summary>The character n-grams of fastText (Bojanowski et al. 2017), hashed into a fixed number of rows.</summary>
/// <param name="MinLength">Shortest n-gram, in characters.</param>
/// <param name="MaxLength">Longest n-gram; 0 for a model without.</param>
/// <param name="Buckets">Number of rows that n-grams share.</param>
internal readonly record struct FastTextSubwords(int MinLength, int MaxLength, int Buckets)
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The bucket of each n-gram of <c>&lt;word&gt;</c>; a bucket may occur more than once.</summary>
    public List<int> Of(string word)
    {
        List<int> buckets = [];
        if (Buckets == 0)
        {
            return buckets;
        }

        byte[] text = Encoding.UTF8.GetBytes($"<{word}>");
        for (int start = 0; start < text.Length; start++)
        {
            if (IsContinuation(text[start]))
            {
                continue;
            }

            int end = start;
            for (int length = 1; length <= MaxLength && end < text.Length; length++)
            {
                do
                {
                    end++;
                }
                while (end < text.Length && IsContinuation(text[end]));

                // The marks alone are no n-grams.
                bool isMark = length == 1 && (start == 0 || end == text.Length);
                if (length >= MinLength && !isMark)
                {
                    buckets.Add((int)(Hash(text.AsSpan(start, end - start)) % (uint)Buckets));
                }
            }
        }

        return buckets;
    }

    /// <summary>32-bit FNV-1a over signed bytes: bytes above 127 flip the upper bits too, as in fastText.</summary>
    internal static uint Hash(ReadOnlySpan<byte> text)
    {
        uint hash = OffsetBasis;
        foreach (byte value in text)
        {
            hash = (hash ^ (uint)(sbyte)value) * Prime;
        }

        return hash;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;
}

namespace Aligner.Tokenization.Words;

/// <summary>The clitics that are written with an apostrophe: those of English and of the Romance languages.</summary>
internal static class Clitics
{
    private const int LongestClitic = 8;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Enclitics =
        new HashSet<string>(["s", "re", "ve", "ll", "d", "m"]).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Proclitics =
        new HashSet<string>(
        [
            // French and Catalan
            "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",

            // Italian
            "un", "gl", "dell", "all", "dall", "nell", "sull", "coll", "quest", "quell", "com", "dov", "cos", "c",
        ]).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where a word is to be parted from its clitic; 0 if it has none.</summary>
    public static int IndexOfBoundary(ReadOnlySpan<char> word)
    {
        int apostrophe = word.LastIndexOfAny('\'', '’');
        if (apostrophe <= 0 || apostrophe == word.Length - 1)
        {
            return 0;
        }

        Span<char> lower = stackalloc char[LongestClitic];
        ReadOnlySpan<char> after = word[(apostrophe + 1)..];
        if (after.Length < LongestClitic)
        {
            ReadOnlySpan<char> clitic = lower[..after.ToLowerInvariant(lower)];
            if (Enclitics.Contains(clitic))
            {
                return apostrophe;
            }

            if (clitic is "t" && apostrophe > 1 && word[apostrophe - 1] is 'n' or 'N')
            {
                return apostrophe - 1;
            }
        }

        int first = word.IndexOfAny('\'', '’');
        return first > 0
            && first < LongestClitic
            && Proclitics.Contains(lower[..word[..first].ToLowerInvariant(lower)])
            && char.IsLetter(word[first + 1])
            && !IsBreton(word[(first - 1)..])
            ? first + 1
            : 0;
    }

    /// <summary>In Breton, c'h is a letter.</summary>
    private static bool IsBreton(ReadOnlySpan<char> text) => text[0] is 'c' or 'C' && text[2] is 'h' or 'H';
}

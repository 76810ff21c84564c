using Aligner.Serving.Batching;

namespace Aligner.Serving.Tests;

/// <summary>An aligner of word pairs, which needs no encoder.</summary>
internal static class TrainedAligner
{
    private static readonly string[] Words = ["a A", "b B", "c C", "a b A B", "b c B C", "c a C A"];

    /// <summary>A service of it.</summary>
    public static RequestBatcher Serve(ServingOptions? options = null) => new(Train(), options ?? new ServingOptions());

    /// <summary>It links letters with their capitals.</summary>
    public static WordAligner Train() => WordAligner.Train(
        Enumerable.Repeat(Words, 5).SelectMany(words => words).Select(Split),
        new WordAlignerOptions { Method = "ibm1", Threads = 2 });

    private static (string Source, string Target) Split(string words)
    {
        string[] letters = words.Split(' ');
        int half = letters.Length / 2;
        return (string.Join(' ', letters[..half]), string.Join(' ', letters[half..]));
    }
}

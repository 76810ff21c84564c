namespace Aligner.Statistical.Corpora;

/// <summary>A sentence pair as word numbers; both sides are empty where there is nothing to align.</summary>
/// <param name="Source">Source words, <see cref="Vocabulary.Unknown"/> for those outside the vocabulary.</param>
/// <param name="Target">Target words, likewise.</param>
public readonly record struct EncodedPair(ReadOnlyMemory<int> Source, ReadOnlyMemory<int> Target);

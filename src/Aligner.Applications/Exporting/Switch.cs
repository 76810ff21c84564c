using Aligner.Core.Corpora;

namespace Aligner.Applications.Exporting;

/// <summary>Words that were replaced by their translation.</summary>
/// <param name="Source">The words that were replaced, in the original sentence.</param>
/// <param name="Words">The words in their place, in the switched sentence.</param>
/// <param name="Characters">The same as code points of the switched sentence.</param>
/// <param name="Translation">0-based number of the translation that they come from.</param>
public sealed record Switch(WordSpan Source, WordSpan Words, CodePointSpan Characters, int Translation);

namespace Aligner.Tokenization.Subwords;

/// <summary>The ids of the special tokens; null where a tokenizer has none.</summary>
/// <param name="Cls">Before a sentence: <c>[CLS]</c> or <c>&lt;s&gt;</c>.</param>
/// <param name="Sep">After a sentence: <c>[SEP]</c> or <c>&lt;/s&gt;</c>.</param>
/// <param name="Pad">Padding: <c>[PAD]</c> or <c>&lt;pad&gt;</c>.</param>
/// <param name="Mask">A hidden piece: <c>[MASK]</c> or <c>&lt;mask&gt;</c>.</param>
/// <param name="Unk">An unknown word or character: <c>[UNK]</c> or <c>&lt;unk&gt;</c>.</param>
public sealed record SpecialTokenIds(int? Cls, int? Sep, int? Pad, int? Mask, int? Unk);

using System.Text;
using Aligner.Fuzzing.Mutations;
using Aligner.Tokenization.Subwords.Training;
using Aligner.Tokenization.Tests.Subwords.Loading;
using Aligner.Tokenization.Tests.Subwords.Normalizers;

namespace Aligner.Fuzzing.Seeds;

/// <summary>Small tokenizers of every kind.</summary>
internal static class SeedTokenizers
{
    /// <summary>A BERT vocabulary.</summary>
    public static readonly string[] Pieces =
    [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "das", "the", "ha", "##us", "bu", "##ch", "house", "book", "a",
        "an", "##n", "ein", "old", "al", "##te", "##s", "small", "klein", "##e",
    ];

    public static byte[] Vocabulary { get; } = SeedTexts.Of(Pieces);

    public static byte[] WordPiece { get; } = Json("""
        {"version":"1.0","added_tokens":[{"id":0,"content":"[UNK]","special":true},{"id":1,"content":"[CLS]",
        "special":true},{"id":2,"content":"[SEP]","special":true,"lstrip":true}],"normalizer":{"type":"Sequence",
        "normalizers":[{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,
        "lowercase":true},{"type":"Replace","pattern":{"Regex":"[0-9]+"},"content":"0"},{"type":"NFKC"},
        {"type":"Strip","strip_left":true,"strip_right":false}]},"pre_tokenizer":{"type":"Sequence","pretokenizers":[
        {"type":"BertPreTokenizer"},{"type":"Split","pattern":{"Regex":"a|u"},"behavior":"Isolated","invert":false}]},
        "post_processor":{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"[CLS]","type_id":0}},
        {"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"[SEP]","type_id":0}}],"pair":[
        {"Sequence":{"id":"A","type_id":0}},{"Sequence":{"id":"B","type_id":1}}],"special_tokens":{
        "[CLS]":{"id":"[CLS]","ids":[1],"tokens":["[CLS]"]},"[SEP]":{"id":"[SEP]","ids":[2],"tokens":["[SEP]"]}}},
        "model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##","max_input_chars_per_word":100,
        "vocab":{"[UNK]":0,"[CLS]":1,"[SEP]":2,"das":3,"h":4,"##a":5,"##us":6,"the":7,"##u":8,"##s":9}}}
        """);

    public static byte[] Bpe { get; } = Json("""
        {"version":"1.0","added_tokens":[{"id":0,"content":"<s>","special":true},{"id":1,"content":"</s>",
        "special":true}],"normalizer":null,"pre_tokenizer":{"type":"ByteLevel","add_prefix_space":true,
        "use_regex":true},"post_processor":{"type":"RobertaProcessing","sep":["</s>",1],"cls":["<s>",0],
        "trim_offsets":true,"add_prefix_space":true},"model":{"type":"BPE","unk_token":null,"fuse_unk":false,
        "vocab":{"<s>":0,"</s>":1,"h":2,"e":3,"t":4,"th":5,"the":6,"d":7,"a":8,"s":9,"da":10,"das":11,"u":12},
        "merges":["t h","th e",["d","a"],["da","s"]]}}
        """);

    public static byte[] Unigram { get; } = Json("""
        {"version":"1.0","added_tokens":[{"id":0,"content":"<s>","special":true},{"id":2,"content":"</s>",
        "special":true}],"normalizer":{"type":"Sequence","normalizers":[{"type":"Nmt"},{"type":"Prepend",
        "prepend":"\u2581"}]},"pre_tokenizer":{"type":"Metaspace","replacement":"\u2581","prepend_scheme":"always",
        "split":true},"post_processor":null,"model":{"type":"Unigram","unk_id":1,"byte_fallback":false,
        "vocab":[["<s>",0],["<unk>",0],["</s>",0],["\u2581",-1],["\u2581das",-2.5],["a",-3],["h",-3],["us",-4]]}}
        """);

    public static byte[] SentencePiece { get; } = new SentencePieceBuilder()
        .Add(SentencePieceBuilder.Unknown, ("<unk>", 0))
        .Add(SentencePieceBuilder.Control, ("<s>", 0), ("</s>", 0))
        .Add(SentencePieceBuilder.Normal, ("\u2581", -1), ("\u2581das", -2), ("ha", -3), ("us", -3.5f), ("the", -2))
        .Add(SentencePieceBuilder.UserDefined, ("<x>", 0))
        .Train(3, 1)
        .Normalize(3, 1).Normalize(4, 1).Normalize(5, 1)
        .Bytes;

    /// <summary>The same with a map of characters, which has 64 KiB of its own, cut to those that are needed.</summary>
    public static byte[] MappedPieces { get; } = new SentencePieceBuilder()
        .Add(SentencePieceBuilder.Unknown, ("<unk>", 0))
        .Add(SentencePieceBuilder.Control, ("<s>", 0), ("</s>", 0))
        .Add(SentencePieceBuilder.Normal, ("\u2581", -1), ("das", -2), ("h", -3), ("a", -3))
        .Map(CharsMap)
        .Train(3, 2)
        .Bytes;

    public static byte[] RobertaVocabulary { get; } = Json(
        """{"<s>":0,"<pad>":1,"</s>":2,"<unk>":3,"<mask>":4,"t":5,"h":6,"e":7,"th":8,"the":9,"d":10,"a":11,"s":12}""");

    public static byte[] Merges { get; } = SeedTexts.Of("#version: 0.2", "t h", "th e");

    public static byte[] Settings { get; } = Json("""
        {"tokenizer_class":"BertTokenizer","do_lower_case":true,"strip_accents":false,"tokenize_chinese_chars":true,
        "add_prefix_space":true,"cls_token":"[CLS]","unk_token":{"content":"[UNK]","lstrip":false}}
        """);

    public static byte[] Zipped => FramedMutation.Compress(".gz", WordPiece);

    /// <summary>A Unigram tokenizer, and one that <c>model vocabulary</c> makes.</summary>
    public static IReadOnlyList<byte[]> Unigrams()
    {
        UnigramTrainer trainer = new(new UnigramTrainerOptions { VocabularySize = 40 });
        foreach (string pair in SeedTexts.Bitext)
        {
            trainer.Add(pair);
        }

        using MemoryStream trained = new();
        trainer.Train().Write(trained);
        return [Unigram, trained.ToArray()];
    }

    private static byte[] CharsMap => CharsMapBuilder.Build(("A", "a"), ("\u00e4", "ae"));

    private static byte[] Json(string text) => Encoding.UTF8.GetBytes(text);
}

using System.Text.Json;
using Aligner.Core;
using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Subwords.Normalizers;
using Aligner.Tokenization.Subwords.PostProcessing;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Reads a Hugging Face <c>tokenizer.json</c>.</summary>
internal static class TokenizerJson
{
    /// <param name="name">What messages call the file.</param>
    /// <param name="content">The file.</param>
    /// <exception cref="DataException">It is no such file, or asks for what is not known here.</exception>
    public static SubwordTokenizer Read(string name, Stream content)
    {
        using JsonDocument document = JsonFile.Parse(name, content);
        JsonSection root = new(name, string.Empty, document.RootElement);
        if (!root["model"].IsPresent)
        {
            throw root.Fault("has no 'model', so it is no tokenizer.json");
        }

        INormalizer normalizer = NormalizerJson.Read(root["normalizer"]);
        ISubwordModel model = ModelJson.Read(root["model"]);
        (SequenceTemplate template, bool trims) = PostProcessorJson.Read(root["post_processor"]);
        AddedToken[] added = root["added_tokens"].IsPresent
            ? [.. root["added_tokens"].Items().Select(token => ReadToken(token))]
            : [];
        AddedToken[] found = [.. added.Select(token => token.Normalized ? Normalize(token, normalizer) : token)];
        SubwordPipeline pipeline = new(normalizer, PreTokenizerJson.Read(root["pre_tokenizer"]), model, found)
        {
            TrimsOffsets = trims,
        };
        return new SubwordTokenizer(pipeline, template, SpecialTokenNames.Find(model.Vocabulary, added), added);
    }

    private static AddedToken ReadToken(JsonSection section) =>
        new(section["id"].Index(), section["content"].Text())
        {
            SingleWord = section["single_word"].Flag(false),
            StripsLeft = section["lstrip"].Flag(false),
            StripsRight = section["rstrip"].Flag(false),
            Normalized = section["normalized"].Flag(!section["special"].Flag(false)),
        };

    private static AddedToken Normalize(AddedToken token, INormalizer normalizer)
    {
        AlignedText text = new();
        text.Reset(token.Content, 0);
        normalizer.Normalize(text);
        return token with { Content = text.Chars.ToString() };
    }
}

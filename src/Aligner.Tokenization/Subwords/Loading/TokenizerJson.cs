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
    /// <param name="settings">The other files of its folder.</param>
    /// <exception cref="DataException">It is no such file, or asks for what is not known here.</exception>
    public static SubwordTokenizer Read(string name, Stream content, FolderSettings settings)
    {
        JsonSection root = JsonFile.Parse(name, content);
        if (!root["model"].IsPresent)
        {
            throw root.Fault("has no 'model', so it is no tokenizer.json");
        }

        INormalizer normalizer = NormalizerJson.Read(root["normalizer"]);
        ISubwordModel model = ModelJson.Read(root["model"]);
        AddedToken[] added = ReadAddedTokens(root["added_tokens"], model.Vocabulary.Count);
        int size = added.Select(token => token.Id + 1).Append(model.Vocabulary.Count).Max();
        (SequenceTemplate template, bool trims) = PostProcessorJson.Read(root["post_processor"], size);
        AddedToken[] found = [.. added.Select(token => token.Normalized ? Normalize(token, normalizer) : token)];
        SubwordPipeline pipeline = new(normalizer, PreTokenizerJson.Read(root["pre_tokenizer"]), model, found)
        {
            TrimsOffsets = trims,
        };
        SpecialTokenIds special = SpecialTokenNames.Find(model.Vocabulary, added, settings.SpecialTokens);
        return new SubwordTokenizer(pipeline, template, special, added, DecoderJson.Read(root["decoder"]));
    }

    private static AddedToken[] ReadAddedTokens(JsonSection section, int vocabularySize)
    {
        Dictionary<int, AddedToken> tokens = [];
        foreach (JsonSection entry in section.IsPresent ? section.Items() : [])
        {
            AddedToken token = ReadToken(entry);
            if (token.Id - vocabularySize >= ModelJson.MaxGap)
            {
                throw entry.Fault($"has the id {token.Id}, but there are {vocabularySize} pieces");
            }

            if (!tokens.TryAdd(token.Id, token))
            {
                throw entry.Fault($"has the id {token.Id} of '{tokens[token.Id].Content}'");
            }
        }

        return [.. tokens.Values];
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

using Aligner.Core;
using Aligner.Tokenization.Subwords.Decoders;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Reads <c>decoder</c> of a <c>tokenizer.json</c>.</summary>
internal static class DecoderJson
{
    /// <exception cref="DataException">The section breaks the format or names a type that is not known.</exception>
    public static PieceDecoder Read(JsonSection section)
    {
        if (!section.IsPresent)
        {
            return PieceDecoders.Spaces;
        }

        return section.Type switch
        {
            "Sequence" => PieceDecoders.Sequence([.. section["decoders"].Items().Select(Read)]),
            "WordPiece" => PieceDecoders.WordPiece(section["prefix"].Text("##"), section["cleanup"].Flag(true)),
            "Metaspace" => PieceDecoders.Metaspace(
                Character(section["replacement"], "\u2581"),
                section["add_prefix_space"].Flag(true) && section["prepend_scheme"].Text("always") != "never"),
            "ByteLevel" => PieceDecoders.ByteLevel,
            "BPEDecoder" => PieceDecoders.WordEnd(section["suffix"].Text("</w>")),
            "ByteFallback" => PieceDecoders.ByteFallback,
            "Fuse" => PieceDecoders.Fuse,
            "Replace" => PieceDecoders.Replace(PatternJson.Read(section["pattern"]), section["content"].Text()),
            "Strip" => PieceDecoders.Strip(
                Character(section["content"], " "), section["start"].Index(), section["stop"].Index()),
            _ => throw section.UnknownType("decoder"),
        };
    }

    private static char Character(JsonSection section, string absent) =>
        section.Text(absent) is [char character]
            ? character : throw section.Fault($"is '{section.Text()}', not one character");
}

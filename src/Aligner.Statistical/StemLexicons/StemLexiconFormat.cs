using System.Numerics;
using System.Text;
using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Statistical.Storage;

namespace Aligner.Statistical.StemLexicons;

/// <summary>Saves and loads a lexicon of stems, in the container of models.</summary>
public static class StemLexiconFormat
{
    private const string Languages = "stems/languages";
    private const string Buckets = "stems/buckets";
    private const string Fingerprints = "stems/fingerprints";
    private const string Exponents = "stems/exponents";

    public static void Write(Stream stream, StemLexicon lexicon)
    {
        SectionWriter sections = new();
        sections.Add<byte>(Languages, Encoding.UTF8.GetBytes(string.Join('\n', lexicon.Languages)));
        sections.Add(Buckets, lexicon.BucketSizes);
        sections.Add(Fingerprints, lexicon.Fingerprints);
        sections.Add(Exponents, lexicon.Exponents);
        ModelFile.Write(stream, sections);
    }

    /// <param name="stream">The file's content.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="DataException">The file is no lexicon, of another version, cut short or damaged.</exception>
    public static StemLexicon Read(Stream stream, string file) =>
        Read(ModelFile.Read(new ModelSource(stream, file)));

    /// <summary>Reads a lexicon, or finds that the file is a model of another kind: then null.</summary>
    /// <inheritdoc cref="Read(Stream, string)" />
    public static StemLexicon? ReadIfAny(Stream stream, string file)
    {
        SectionReader sections = ModelFile.Read(new ModelSource(stream, file));
        return sections.Has(Languages) ? Read(sections) : null;
    }

    /// <summary>Opens a file.</summary>
    /// <inheritdoc cref="Read(Stream, string)" path="/exception" />
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    public static StemLexicon Open(string path)
    {
        using FileStream stream = RegularFile.Open(path);
        return Read(stream, path);
    }

    private static StemLexicon Read(SectionReader sections)
    {
        ReadOnlyMemory<byte> buckets = sections.Map<byte>(Buckets), exponents = sections.Map<byte>(Exponents);
        ReadOnlyMemory<ushort> fingerprints = sections.Map<ushort>(Fingerprints);
        long pairs = 0;
        foreach (byte size in buckets.Span)
        {
            pairs += size;
        }

        return BitOperations.IsPow2(buckets.Length)
            && pairs == fingerprints.Length
            && exponents.Length == (pairs + 1) / 2
            ? new StemLexicon(
                Encoding.UTF8.GetString(sections.Read<byte>(Languages)).Split('\n'), buckets, fingerprints, exponents)
            : throw sections.Broken("has stems that do not fit together");
    }
}

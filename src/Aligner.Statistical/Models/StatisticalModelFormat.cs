using System.Text;
using System.Text.Json;
using Aligner.Core;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Tokenization;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Models;

/// <summary>Saves and loads a whole model: both directions, vocabularies and how text becomes words.</summary>
public static class StatisticalModelFormat
{
    private const string Forward = "forward/";
    private const string Reverse = "reverse/";

    private static readonly JsonSerializerOptions Strict = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static void Write(Stream stream, StatisticalModel model)
    {
        SectionWriter sections = new();
        byte[] about = JsonSerializer.SerializeToUtf8Bytes(new About(
            model.Method.Name, model.Text, model.MaxLength, model.Directions.Factoring.Spellings));
        sections.Add<byte>("about", about);
        AddWords(sections, "source/words", model.SourceVocabulary);
        AddWords(sections, "target/words", model.TargetVocabulary);
        model.Method.Format.Write(model.Directions.Forward, sections.Within(Forward));
        model.Method.Format.Write(model.Directions.Reverse, sections.Within(Reverse));
        ModelFile.Write(stream, sections);
    }

    /// <param name="stream">The file's content.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="DataException">The file is no model, of another version, cut short or damaged.</exception>
    public static StatisticalModel Read(Stream stream, string file)
    {
        SectionReader sections = ReadSections(stream, file);
        About about = ReadAbout(sections);
        StatisticalMethod method = StatisticalMethods.All.FirstOrDefault(method => method.Name == about.Method)
            ?? throw sections.Broken($"is of the unknown method '{about.Method}'");
        Vocabulary source = ReadWords(sections, "source/words");
        Vocabulary target = ReadWords(sections, "target/words");
        DirectionalModels directions = new(
            method.Format.Read(sections.Within(Forward)),
            method.Format.Read(sections.Within(Reverse)),
            new Factoring(about.Spellings, source, target));
        return directions.LexiconsFit(source, target)
            ? new StatisticalModel(method, about.Text, about.MaxLength, source, target, directions)
            : throw sections.Broken("has words that do not fit its lexicons");
    }

    private static SectionReader ReadSections(Stream stream, string file)
    {
        try
        {
            return ModelFile.Read(stream, file);
        }
        catch (InvalidDataException exception)
        {
            throw new DataException($"{file}: damaged compressed data: {exception.Message}");
        }
    }

    /// <summary>Words hold no LF, since they come from lines.</summary>
    private static void AddWords(SectionWriter sections, string name, Vocabulary vocabulary) =>
        sections.Add<byte>(name, Encoding.UTF8.GetBytes(string.Join('\n', vocabulary.Words)));

    private static Vocabulary ReadWords(SectionReader sections, string name)
    {
        byte[] bytes = sections.Read<byte>(name);
        return bytes.Length == 0 ? new Vocabulary() : new Vocabulary(Encoding.UTF8.GetString(bytes).Split('\n'));
    }

    private static About ReadAbout(SectionReader sections)
    {
        try
        {
            About? about = JsonSerializer.Deserialize<About>(sections.Read<byte>("about"), Strict);
            if (about is null || about.Spellings.Any(spelling => spelling is null))
            {
                throw sections.Broken("does not say what it is");
            }

            about.Text.Validate();
            foreach (NormalizationOptions spelling in about.Spellings)
            {
                spelling.Validate();
            }

            return about;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw sections.Broken($"does not say rightly what it is: {exception.Message}");
        }
    }

    private sealed record About(
        string Method, TextOptions Text, int MaxLength, IReadOnlyList<NormalizationOptions> Spellings);
}

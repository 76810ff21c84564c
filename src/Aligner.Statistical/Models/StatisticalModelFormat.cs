using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Inflections;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Storage;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Models;

/// <summary>Saves and loads a whole model: both directions, vocabularies and how text becomes words.</summary>
public static partial class StatisticalModelFormat
{
    private const string Forward = "forward/";
    private const string Reverse = "reverse/";

    public static void Write(Stream stream, StatisticalModel model)
    {
        SectionWriter sections = new();
        About about = new(
            model.Method.Name, model.Text, model.MaxLength, model.Directions.Factoring.Spellings, model.Pairs)
        {
            Encoder = model.Encoder,
        };
        sections.Add<byte>("about", JsonSerializer.SerializeToUtf8Bytes(about, AboutJson.Default.About));
        AddWords(sections, "source/words", model.SourceVocabulary);
        AddWords(sections, "target/words", model.TargetVocabulary);
        sections.Add<int>("source/frequencies", model.SourceFrequencies.Counts.ToArray());
        sections.Add<int>("target/frequencies", model.TargetFrequencies.Counts.ToArray());
        model.Method.Format.Write(model.Directions.Forward, sections.Within(Forward));
        model.Method.Format.Write(model.Directions.Reverse, sections.Within(Reverse));
        InflectionFormat.Write(model.Inflections, sections);
        ModelFile.Write(stream, sections);
    }

    /// <param name="stream">The file's content.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="DataException">The file is no model, of another version, cut short or damaged.</exception>
    public static StatisticalModel Read(Stream stream, string file) => Read(new ModelSource(stream, file));

    /// <summary>Whether these are the first bytes of a saved model.</summary>
    /// <param name="bytes">At least <see cref="MagicLength"/> bytes, or a whole file.</param>
    public static bool Begins(ReadOnlySpan<byte> bytes) => ModelFile.Begins(bytes);

    /// <summary>The number of bytes that tell a saved model.</summary>
    public static int MagicLength => ModelFile.MagicLength;

    /// <summary>Opens a saved model.</summary>
    /// <param name="path">A path, or <c>-</c> for standard input; plain or compressed.</param>
    /// <inheritdoc cref="Read(Stream, string)" path="/exception" />
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    public static StatisticalModel Open(string path)
    {
        using Stream stream = TextInput.OpenStream(path);
        return Read(stream, path == TextInput.StandardStreamPath ? TextInput.StandardInputName : path);
    }

    private static StatisticalModel Read(ModelSource bytes)
    {
        SectionReader sections = ReadSections(bytes);
        About about = ReadAbout(sections);
        StatisticalMethod method = StatisticalMethods.All.FirstOrDefault(method => method.Name == about.Method)
            ?? throw sections.Broken($"is of the unknown method '{about.Method}'");
        Vocabulary source = ReadWords(sections, "source/words");
        Vocabulary target = ReadWords(sections, "target/words");
        WordFrequencies sourceFrequencies = ReadFrequencies(sections, "source/frequencies", source);
        WordFrequencies targetFrequencies = ReadFrequencies(sections, "target/frequencies", target);
        DirectionalModels directions = new(
            method.Format.Read(sections.Within(Forward)),
            method.Format.Read(sections.Within(Reverse)),
            new Factoring(about.Spellings, source, target));
        InflectionModel inflections = InflectionFormat.Read(sections);
        return directions.LexiconsFit(source, target)
            ? new StatisticalModel(
                method,
                about.Text,
                about.MaxLength,
                source,
                target,
                sourceFrequencies,
                targetFrequencies,
                directions,
                inflections)
            {
                Encoder = about.Encoder,
                Pairs = about.Pairs,
            }
            : throw sections.Broken("has words that do not fit its lexicons");
    }

    private static SectionReader ReadSections(ModelSource bytes)
    {
        try
        {
            return ModelFile.Read(bytes);
        }
        catch (InvalidDataException exception)
        {
            throw new DataException($"{bytes.Name}: damaged compressed data: {exception.Message}");
        }
    }

    /// <summary>Words hold no LF, since they come from lines.</summary>
    private static void AddWords(SectionWriter sections, string name, Vocabulary vocabulary) =>
        sections.Add<byte>(name, Encoding.UTF8.GetBytes(string.Join('\n', vocabulary.Words)));

    private static Vocabulary ReadWords(SectionReader sections, string name)
    {
        byte[] bytes = sections.Read<byte>(name);
        if (!Utf8.IsValid(bytes))
        {
            throw sections.Broken($"has words in '{name}' that are not UTF-8");
        }

        try
        {
            return bytes.Length == 0 ? new Vocabulary() : new Vocabulary(Encoding.UTF8.GetString(bytes).Split('\n'));
        }
        catch (ArgumentException exception)
        {
            throw sections.Broken($"has a word twice in '{name}': {exception.Message}");
        }
    }

    private static WordFrequencies ReadFrequencies(SectionReader sections, string name, Vocabulary vocabulary)
    {
        int[] counts = sections.Read<int>(name);
        return counts.Length == vocabulary.Count && counts.All(count => count >= 0)
            ? new WordFrequencies(counts)
            : throw sections.Broken($"has frequencies in '{name}' that do not fit its words");
    }

    private static About ReadAbout(SectionReader sections)
    {
        try
        {
            About? about = JsonSerializer.Deserialize(sections.Read<byte>("about"), AboutJson.Default.About);
            if (about is null || about.Spellings.Any(spelling => spelling is null))
            {
                throw sections.Broken("does not say what it is");
            }

            about.Text.Validate();
            PairEncoder.ValidateMaxLength(about.MaxLength);
            ArgumentOutOfRangeException.ThrowIfNegative(about.Pairs);
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

    /// <summary>Models of version 0.1.0 do not name the number of pairs.</summary>
    private sealed record About(
        string Method,
        TextOptions Text,
        int MaxLength,
        IReadOnlyList<NormalizationOptions> Spellings,
        long Pairs = 0)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public ModelEncoder? Encoder { get; init; }
    }

    [JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(About))]
    private sealed partial class AboutJson : JsonSerializerContext;
}

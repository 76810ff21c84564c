using System.Buffers;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Aligner.Applications.Views.Training;
using Aligner.Core.Alignments;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Applications.Views.Pages;

/// <summary>
/// Writes a page that holds everything it needs: a program, which is built from src/Aligner.Views.Web, and the data
/// that it shows. It asks nothing of the network.
/// </summary>
public static class PageWriter
{
    private const string Program = "page.html";
    private const string Placeholder = "\"DATA\"";
    private const int PerMille = 1000, IdBytes = 8;

    // All letters stay as they are; what could end the script element, such as '<', is escaped by every encoder.
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    /// <summary>Writes the page; does not commit the output. Pairs are written as they are read.</summary>
    /// <param name="content">What the page shows.</param>
    /// <param name="output">Where to.</param>
    public static void Write(PageContent content, TextOutput output)
    {
        string program = ReadProgram();
        int place = program.LastIndexOf(Placeholder, StringComparison.Ordinal);
        output.Write(program.AsSpan(0, place));
        WriteData(content, output);
        output.Write(program.AsSpan(place + Placeholder.Length));
    }

    private static string ReadProgram()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(PageWriter), Program)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static void WriteData(PageContent content, TextOutput output)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, Options);
        using IncrementalHash words = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        json.WriteStartObject();
        json.WriteString("title", content.Title);
        json.WriteStartArray("languages");
        json.WriteStringValue(content.SourceLanguage);
        json.WriteStringValue(content.TargetLanguage);
        json.WriteEndArray();
        WriteStrings(json, "systems", content.Systems);
        if (content.Report is { } report)
        {
            json.WritePropertyName("report");
            ReportJson.Of(report).WriteTo(json);
        }

        if (content.Training is { } steps)
        {
            json.WritePropertyName("training");
            JsonSerializer.Serialize(json, steps, TrainingStep.Options);
        }

        json.WriteStartArray("pairs");
        foreach (ViewedPair pair in content.Pairs)
        {
            WritePair(json, pair);
            words.AppendData(Encoding.UTF8.GetBytes(string.Join(
                '\n', pair.Words.Source.Append(string.Empty).Concat(pair.Words.Target).Append("\n"))));
            json.Flush();
            output.WriteUtf8(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }

        json.WriteEndArray();
        json.WriteString("id", Convert.ToHexStringLower(words.GetHashAndReset().AsSpan(0, IdBytes)));
        json.WriteEndObject();
        json.Flush();
        output.WriteUtf8(buffer.WrittenSpan);
    }

    /// <summary>An array of what a pair has, in the order of PairData in document.ts.</summary>
    private static void WritePair(Utf8JsonWriter json, ViewedPair pair)
    {
        json.WriteStartArray();
        json.WriteNumberValue(pair.Line);
        WriteStrings(json, null, pair.Words.Source);
        WriteStrings(json, null, pair.Words.Target);
        json.WriteStartArray();
        foreach (AnnotatedAlignment system in pair.Systems)
        {
            WriteSystem(json, system.Ordered());
        }

        json.WriteEndArray();
        WriteLinks(json, pair.Gold?.Sure);
        WriteLinks(json, pair.Gold?.Possible.Where(link => !pair.Gold.Sure.Contains(link)));
        json.WriteEndArray();
    }

    private static void WriteSystem(Utf8JsonWriter json, AnnotatedAlignment system)
    {
        json.WriteStartArray();
        WriteLinks(json, system.Links.Select(link => link.Link));
        if (system.Links.Count > 0 && system.Links.All(link => link.Probability is not null))
        {
            WriteProbabilities(json, system.Links.Select(link => link.Probability!.Value));
        }
        else
        {
            json.WriteNullValue();
        }

        if (system.LogProbability is { } score)
        {
            json.WriteNumberValue(Math.Round(score, 4));
        }
        else
        {
            json.WriteNullValue();
        }

        if (system.Judgments.Count > 0)
        {
            WriteJudgments(json, system);
        }

        json.WriteEndArray();
    }

    private static void WriteJudgments(Utf8JsonWriter json, AnnotatedAlignment system)
    {
        json.WriteStartArray();
        foreach (ExpertJudgment judgment in system.Judgments)
        {
            json.WriteStartArray();
            json.WriteStringValue(judgment.Expert);
            WriteProbabilities(json, judgment.Links.Select(link => link.Probability));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteProbabilities(Utf8JsonWriter json, IEnumerable<float> probabilities)
    {
        json.WriteStartArray();
        foreach (float probability in probabilities)
        {
            json.WriteNumberValue((int)Math.Round(PerMille * probability));
        }

        json.WriteEndArray();
    }

    private static void WriteLinks(Utf8JsonWriter json, IEnumerable<Link>? links)
    {
        if (links is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach ((int source, int target) in links)
        {
            json.WriteNumberValue(source);
            json.WriteNumberValue(target);
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string? name, IReadOnlyList<string> values)
    {
        if (name is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(name);
        }

        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Aligner.Core;
using Aligner.Statistical.Storage;

namespace Aligner.Statistical.Inflections;

/// <summary>How rules are saved: as JSON in a section for each side.</summary>
internal static partial class InflectionFormat
{
    private const string Source = "source/inflections";
    private const string Target = "target/inflections";

    public static void Write(InflectionModel model, SectionWriter sections)
    {
        Write(model.Source, Source, sections);
        Write(model.Target, Target, sections);
    }

    /// <exception cref="DataException">A section is missing or broken.</exception>
    public static InflectionModel Read(SectionReader sections) => new(Read(Source, sections), Read(Target, sections));

    private static void Write(InflectionRules rules, string name, SectionWriter sections)
    {
        Content content = new(rules.MaxDistance, rules.All);
        sections.Add<byte>(name, JsonSerializer.SerializeToUtf8Bytes(content, InflectionJson.Default.Content));
    }

    private static InflectionRules Read(string name, SectionReader sections)
    {
        try
        {
            Content? content = JsonSerializer.Deserialize(sections.Read<byte>(name), InflectionJson.Default.Content);
            return content is not null && content.Rules.All(rule => rule is not null)
                ? new InflectionRules(content.Rules, content.MaxDistance)
                : throw sections.Broken($"has broken rules in '{name}'");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw sections.Broken($"has broken rules in '{name}': {exception.Message}");
        }
    }

    private sealed record Content(int MaxDistance, IReadOnlyList<InflectionRule> Rules);

    [JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Content))]
    private sealed partial class InflectionJson : JsonSerializerContext;
}

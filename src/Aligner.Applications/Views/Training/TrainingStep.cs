using System.Text.Json;
using System.Text.Json.Serialization;
using Aligner.Core;
using Aligner.Core.Text;

namespace Aligner.Applications.Views.Training;

/// <summary>A line of the log of a training: what was learned up to a step.</summary>
/// <param name="Step">The number of steps taken, from 1.</param>
/// <param name="Loss">The mean loss since the line before.</param>
/// <param name="PairsPerSecond">Pairs read a second since the line before.</param>
/// <param name="DevAer">
/// The alignment error rate on the pairs for development, as a fraction; null, the default, where it was not measured.
/// </param>
public sealed record TrainingStep(
    [property: JsonPropertyName("step"), JsonRequired] long Step,
    [property: JsonPropertyName("loss"), JsonRequired] double Loss,
    [property: JsonPropertyName("pairs_per_second")] double PairsPerSecond,
    [property: JsonPropertyName("dev_aer")] double? DevAer = null)
{
    /// <summary>What was not measured is left out.</summary>
    internal static JsonSerializerOptions Options { get; } =
        new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private bool IsPossible =>
        Step > 0 && double.IsFinite(Loss) && double.IsFinite(PairsPerSecond) && DevAer is null or (>= 0 and <= 1);

    /// <summary>The line, a JSON object.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads a log, in JSON Lines.</summary>
    /// <param name="path">A path, or <c>-</c> for standard input.</param>
    /// <exception cref="DataException">A line is no step.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<TrainingStep> ReadAll(string path)
    {
        List<TrainingStep> steps = [];
        using LineReader reader = TextInput.Open(path);
        while (reader.ReadLine() is { } line)
        {
            try
            {
                if (JsonSerializer.Deserialize<TrainingStep>(line, Options) is { IsPossible: true } step)
                {
                    steps.Add(step);
                    continue;
                }
            }
            catch (JsonException)
            {
                // Said below.
            }

            throw new DataException(reader.Name, reader.Line, $"{Excerpt.Quote(line)} is no step of a training");
        }

        return steps;
    }
}

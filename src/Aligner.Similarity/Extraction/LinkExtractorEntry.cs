namespace Aligner.Similarity.Extraction;

/// <summary>An extractor as users choose it.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Summary">One line of help.</param>
/// <param name="HasThreshold">Whether it takes a threshold.</param>
/// <param name="HasTemperature">
/// Whether it takes a temperature. Such rules were made for dot products; the others expect values from 0 to 1.
/// </param>
/// <param name="Factory">Makes it of settings that it takes.</param>
public sealed record LinkExtractorEntry(
    string Name,
    string Summary,
    bool HasThreshold,
    bool HasTemperature,
    Func<ExtractionSettings, ILinkExtractor> Factory)
{
    /// <summary>Makes the extractor.</summary>
    /// <exception cref="ArgumentException">A setting is out of range, or the extractor does not take it.</exception>
    public ILinkExtractor Create(ExtractionSettings settings)
    {
        if (settings.Threshold is not null && !HasThreshold)
        {
            throw new ArgumentException($"{Name} has no threshold");
        }

        return settings.Temperature is null || HasTemperature
            ? Factory(settings)
            : throw new ArgumentException($"{Name} has no temperature");
    }
}

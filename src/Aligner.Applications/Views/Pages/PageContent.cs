using Aligner.Applications.Views.Training;

namespace Aligner.Applications.Views.Pages;

/// <summary>What a page shows. A part that is not given is left out.</summary>
public sealed record PageContent
{
    /// <summary>The title of the page.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The language of the source side as a tag of BCP 47, such as <c>de</c>; null, the default, where it is not known.
    /// Browsers choose fonts and voices by it. The page guesses it from the script where that is enough.
    /// </summary>
    public string? SourceLanguage { get; init; }

    /// <summary>The same of the target side.</summary>
    public string? TargetLanguage { get; init; }

    /// <summary>The names of the systems whose links the pairs have.</summary>
    public IReadOnlyList<string> Systems { get; init; } = [];

    /// <summary>The pairs; read once.</summary>
    public IEnumerable<ViewedPair> Pairs { get; init; } = [];

    /// <summary>An evaluation of the systems; null, the default, for none.</summary>
    public PageReport? Report { get; init; }

    /// <summary>The steps of a training; null, the default, for none.</summary>
    public IReadOnlyList<TrainingStep>? Training { get; init; }
}

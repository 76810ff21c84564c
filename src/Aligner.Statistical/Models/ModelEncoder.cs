namespace Aligner.Statistical.Models;

/// <summary>The encoder that a model was trained with, and that reads what the model aligns.</summary>
/// <param name="Name">The name of one that ships, or the full path of a model folder.</param>
/// <param name="Hash">What identifies the content of the folder; null for one that ships.</param>
/// <param name="Languages">
/// The language pair of the text among those that the encoder's lexicon knows; null if there is none.
/// </param>
public sealed record ModelEncoder(string Name, string? Hash = null, string? Languages = null);

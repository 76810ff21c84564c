using Aligner.Neural.Models;

namespace Aligner.Encoders;

/// <summary>The multilingual encoder that ships, in <c>models/multilingual</c> next to the program.</summary>
public static class ShippedEncoder
{
    /// <summary>Its name, by which saved models know it.</summary>
    public const string Name = "multilingual";

    internal static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "models", Name);

    /// <summary>The model; null if the program was built without it.</summary>
    /// <exception cref="Core.DataException">The model is damaged.</exception>
    public static ModelFolder? Open() => Directory.Exists(Folder) ? ModelFolder.Open(Folder) : null;
}

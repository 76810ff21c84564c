using Aligner.Neural.Models;

namespace Aligner.Cli.Methods;

/// <summary>The multilingual encoder that comes with the tool, in <c>models/multilingual</c> beside it.</summary>
internal static class ShippedModel
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "models", "multilingual");

    /// <summary>The model; null if the tool was built without it.</summary>
    public static ModelFolder? Open() => Directory.Exists(Folder) ? ModelFolder.Open(Folder) : null;
}

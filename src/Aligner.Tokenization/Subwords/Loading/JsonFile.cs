using System.Text.Json;
using Aligner.Core;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Reads JSON files.</summary>
internal static class JsonFile
{
    /// <exception cref="DataException">It is not JSON.</exception>
    public static JsonDocument Parse(string name, Stream content)
    {
        try
        {
            return JsonDocument.Parse(content);
        }
        catch (JsonException exception)
        {
            throw new DataException(name, (exception.LineNumber ?? -1) + 1, $"not JSON: {exception.Message}");
        }
    }
}

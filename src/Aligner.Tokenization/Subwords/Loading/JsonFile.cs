using System.Text.Json;
using Aligner.Core;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Reads JSON files.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <exception cref="DataException">It is not JSON, or an object has two members of one name.</exception>
    public static JsonSection Parse(string name, Stream content)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content, Options);
            return new JsonSection(name, string.Empty, document.RootElement.Clone());
        }
        catch (JsonException exception)
        {
            throw new DataException(name, (exception.LineNumber ?? -1) + 1, $"not JSON: {exception.Message}");
        }
        catch (InvalidOperationException exception)
        {
            throw new DataException(name, 0, $"not JSON: {exception.Message}"); // names that are not Unicode
        }
    }
}

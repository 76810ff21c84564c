using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Core.Text;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>What the other files of a tokenizer's folder say; they are read when asked for.</summary>
/// <param name="folder">The folder.</param>
internal sealed class FolderSettings(string folder)
{
    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary><c>tokenizer_config.json</c>, absent if there is none.</summary>
    /// <exception cref="DataException">It is not JSON.</exception>
    public JsonSection Tokenizer => Read("tokenizer_config.json");

    /// <summary><c>special_tokens_map.json</c>, absent if there is none.</summary>
    /// <inheritdoc cref="Tokenizer" path="/exception" />
    public JsonSection SpecialTokens => Read("special_tokens_map.json");

    /// <summary><c>config.json</c>, absent if there is none.</summary>
    /// <inheritdoc cref="Tokenizer" path="/exception" />
    public JsonSection Model => Read("config.json");

    private JsonSection Read(string name)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return new JsonSection(path, string.Empty, default);
        }

        RegularFile.Require(path);
        using BoundedStream stream = new(TextInput.OpenStream(path), path, RegularFile.SettingsBound);
        return JsonFile.Parse(path, stream);
    }
}

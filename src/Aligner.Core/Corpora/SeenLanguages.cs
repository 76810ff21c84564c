namespace Aligner.Core.Corpora;

/// <summary>The languages of a file, for the message if those that were asked for have no pair in it.</summary>
/// <param name="wanted">What was asked for; null for nothing.</param>
internal sealed class SeenLanguages(LanguagePair? wanted)
{
    private const int MostListed = 20;

    private readonly SortedSet<string> _tags = new(StringComparer.OrdinalIgnoreCase);
    private bool _found = wanted is null;

    /// <summary>Notes a tag of the file.</summary>
    public void Add(string? tag)
    {
        if (!_found && !string.IsNullOrEmpty(tag) && _tags.Count < MostListed)
        {
            _tags.Add(tag);
        }
    }

    /// <summary>Notes a pair in the languages.</summary>
    public void Find() => _found = true;

    /// <summary>Called at the end of the file.</summary>
    /// <exception cref="DataException">No pair was in the languages.</exception>
    public void RequireFound(string name)
    {
        if (!_found)
        {
            throw new DataException(name, 0, $"no pair in '{wanted!.Source}' and '{wanted.Target}': "
                + (_tags.Count == 0 ? "it names no language" : $"the languages are {string.Join(", ", _tags)}"));
        }
    }
}

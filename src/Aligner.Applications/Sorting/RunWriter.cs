namespace Aligner.Applications.Sorting;

/// <summary>Writes records to a file: the length of each, then its bytes.</summary>
/// <param name="path">A file that is not there yet.</param>
internal sealed class RunWriter(string path) : IDisposable
{
    private readonly BinaryWriter _writer = new(
        new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16));

    public void Write(ReadOnlySpan<byte> record)
    {
        _writer.Write7BitEncodedInt(record.Length);
        _writer.Write(record);
    }

    public void Dispose() => _writer.Dispose();
}

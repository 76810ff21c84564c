using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Aligner.Core;
using Aligner.Statistical.Storage;

namespace Aligner.Statistical.Corpora;

/// <summary>Collects the words of all sentences of a side, one after the other.</summary>
internal abstract class TokenWriter : IDisposable
{
    /// <summary>The number of words so far.</summary>
    public abstract int Count { get; }

    /// <param name="storage">Where the words are kept.</param>
    /// <exception cref="IOException">No temporary file can be made.</exception>
    public static TokenWriter Create(TextStorage storage) =>
        storage == TextStorage.Memory ? new TokenList() : new TokenFile();

    /// <summary>Adds words.</summary>
    /// <exception cref="DataException">They are too many for one sequence.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Add(ReadOnlySpan<int> words)
    {
        if (words.Length > Array.MaxLength - Count)
        {
            throw new DataException(
                $"the text has more than {Array.MaxLength} words on a side: train on a part, and align with its model");
        }

        Append(words);
    }

    /// <summary>The words that were added; none can be added afterwards.</summary>
    public abstract ReadOnlyMemory<int> Finish();

    public abstract void Dispose();

    protected abstract void Append(ReadOnlySpan<int> words);

    private sealed class TokenList : TokenWriter
    {
        private readonly List<int> _words = [];

        public override int Count => _words.Count;

        public override ReadOnlyMemory<int> Finish() => _words.ToArray();

        public override void Dispose()
        {
        }

        protected override void Append(ReadOnlySpan<int> words) => _words.AddRange(words);
    }

    private sealed class TokenFile : TokenWriter
    {
        private readonly FileStream _file;
        private int _count;

        public TokenFile()
        {
            string path = Path.Combine(Path.GetTempPath(), $"aligner-{Path.GetRandomFileName()}");
            _file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
                BufferSize = 1 << 16,
            });
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(path); // it lives on without a name, and goes even if the process is killed
            }
        }

        public override int Count => _count;

        public override ReadOnlyMemory<int> Finish()
        {
            _file.Flush();
            if (_count == 0)
            {
                return default;
            }

            using MemoryMappedFile mapped = MemoryMappedFile.CreateFromFile(
                _file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            return new MappedMemory<int>(mapped, 0, _count).Memory;
        }

        public override void Dispose() => _file.Dispose();

        protected override void Append(ReadOnlySpan<int> words)
        {
            _file.Write(MemoryMarshal.AsBytes(words));
            _count += words.Length;
        }
    }
}

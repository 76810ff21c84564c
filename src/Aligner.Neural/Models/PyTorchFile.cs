using System.IO.Compression;
using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Neural.Pickles;

namespace Aligner.Neural.Models;

/// <summary>
/// Weights as <c>torch.save</c> writes them since PyTorch 1.6: a zip archive with a pickle, which tells names and
/// shapes, and a file for the values of each storage. The pickle is read by <see cref="TensorUnpickler"/>, which
/// executes nothing.
/// </summary>
internal sealed class PyTorchFile : IWeightFile
{
    /// <summary>The pickle of a model has some hundred bytes a tensor.</summary>
    private const int MaxPickle = 1 << 26;

    private const string PickleName = "/data.pkl";

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, (ZipArchiveEntry Storage, SafetensorsEntry Entry)> _entries = [];
    private (ZipArchiveEntry Storage, Stream Stream, long Position)? _open;

    private PyTorchFile(string path, ZipArchive archive)
    {
        Path = path;
        _archive = archive;
    }

    public string Path { get; }

    /// <summary>Reads the pickle and checks that the archive holds what it promises.</summary>
    /// <exception cref="DataException">The file is damaged, of another kind, or wants more than tensors.</exception>
    public static PyTorchFile Open(string path)
    {
        FileStream stream = new(RegularFile.OpenHandle(path), FileAccess.Read);
        try
        {
            if (stream.ReadByte() == 0x80)
            {
                throw new DataException($"{path}: PyTorch before 1.6 wrote it; {Advice}");
            }

            stream.Position = 0;
            PyTorchFile file = new(path, new ZipArchive(stream, ZipArchiveMode.Read));
            file.ReadPickle();
            return file;
        }
        catch (Exception exception) when (exception is InvalidDataException or OverflowException)
        {
            stream.Dispose();
            throw new DataException($"{path}: {exception.Message}; {Advice}", exception);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>How to make a file that can be read.</summary>
    private static string Advice => "convert it where you trust it: python3 -c \"from transformers import AutoModel; "
        + $"AutoModel.from_pretrained('.').save_pretrained('.')\" writes {HuggingFaceWeights.SingleFile}";

    public SafetensorsEntry? Find(string name) => _entries.TryGetValue(name, out var found) ? found.Entry : null;

    public void Read(string name, long start, Span<float> values)
    {
        (ZipArchiveEntry storage, SafetensorsEntry entry) = _entries[name];
        byte[] bytes = new byte[values.Length * entry.ValueBytes];
        try
        {
            Stream stream = SeekTo(storage, entry.Offset + (start * entry.ValueBytes));
            stream.ReadExactly(bytes);
            _open = (storage, stream, entry.Offset + (start * entry.ValueBytes) + bytes.Length);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new DataException($"{Path}: '{name}' is damaged ({exception.Message})", exception);
        }

        WeightValues.Convert(entry.Type, bytes, values);
    }

    public void Dispose()
    {
        _open?.Stream.Dispose();
        _archive.Dispose();
    }

    /// <summary>A stream at a place of a storage; weights are read from front to back, so it mostly is there.</summary>
    private Stream SeekTo(ZipArchiveEntry storage, long position)
    {
        if (_open is not { } open || open.Storage != storage || open.Position > position)
        {
            _open?.Stream.Dispose();
            open = (storage, storage.Open(), 0);
        }

        _open = open;
        byte[] skipped = new byte[(int)Math.Min(1 << 16, position - open.Position)];
        for (long left = position - open.Position; left > 0; left -= Math.Min(left, skipped.Length))
        {
            open.Stream.ReadExactly(skipped.AsSpan(0, (int)Math.Min(left, skipped.Length)));
        }

        return open.Stream;
    }

    private void ReadPickle()
    {
        ZipArchiveEntry pickle = _archive.Entries
            .FirstOrDefault(entry => entry.FullName.EndsWith(PickleName, StringComparison.Ordinal))
            ?? throw new InvalidDataException("it has no data.pkl");
        if (pickle.Length > MaxPickle)
        {
            throw new InvalidDataException($"a pickle of {pickle.Length} bytes");
        }

        byte[] bytes = new byte[pickle.Length];
        using (Stream stream = pickle.Open())
        {
            try
            {
                stream.ReadExactly(bytes);
            }
            catch (EndOfStreamException exception)
            {
                throw new InvalidDataException("data.pkl is truncated", exception);
            }
        }

        string folder = pickle.FullName[..^PickleName.Length];
        Dictionary<string, ZipArchiveEntry> storages = [];
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            storages[entry.FullName] = entry;
        }

        foreach ((string name, PickledTensor tensor) in TensorUnpickler.Read(bytes))
        {
            Add(name, tensor, storages.GetValueOrDefault($"{folder}/data/{tensor.Storage.Key}"));
        }
    }

    private void Add(string name, PickledTensor tensor, ZipArchiveEntry? storage)
    {
        SafetensorsEntry entry = new(tensor.Storage.Type, tensor.Shape, 0);
        entry = entry with { Offset = checked(tensor.Offset * entry.ValueBytes) };
        if (!tensor.IsContiguous)
        {
            throw new InvalidDataException($"the values of '{name}' do not lie one after the other");
        }

        if (storage is null
            || checked(entry.Offset + (entry.Count * entry.ValueBytes)) > storage.Length)
        {
            throw new InvalidDataException(
                $"'{name}' of shape [{string.Join(", ", tensor.Shape)}] does not fit its storage");
        }

        _entries[name] = (storage, entry);
    }
}

using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Subwords.Training;

namespace Aligner.Finetuning.Tests;

/// <summary>A tokenizer whose pieces are the letters a to h.</summary>
internal static class Tokenizers
{
    /// <summary>Writes its file into a folder and gives the folder.</summary>
    public static string Write(TempFolder folder)
    {
        UnigramTrainer trainer = new(new UnigramTrainerOptions { VocabularySize = 13, MarksWordStart = false });
        trainer.Add("a b c d e f g h a b c d e f g h");
        string path = folder.Path("tokenizer");
        Directory.CreateDirectory(path);
        trainer.Train().Save(Path.Combine(path, "tokenizer.json"));
        return path;
    }

    /// <summary>The tokenizer itself.</summary>
    public static SubwordTokenizer Letters()
    {
        using TempFolder folder = new();
        return SubwordTokenizer.Load(Write(folder));
    }
}

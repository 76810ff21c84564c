using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Core.Corpora;
using Aligner.Core.Files;
using Aligner.Tokenization.Subwords.Training;

namespace Aligner.Cli.Finetuning;

/// <summary>Learns the pieces of a new encoder from the bitexts that it is trained on.</summary>
internal static class VocabularyTraining
{
    /// <summary>
    /// Writes a <c>tokenizer.json</c>. Words are lower-cased, and pieces are the same within and at the start.
    /// </summary>
    /// <param name="bitexts">Bitexts, read twice.</param>
    /// <param name="split">How lines become words.</param>
    /// <param name="options">The size of the vocabulary and the like.</param>
    /// <param name="balance">A bitext of n pairs counts as much as n to this power says.</param>
    /// <param name="folder">Where the file goes.</param>
    /// <param name="context">Messages and cancellation.</param>
    /// <exception cref="Core.DataException">
    /// There is no text, its characters alone exceed the vocabulary, or a bitext is a pipe.
    /// </exception>
    public static void Run(
        IReadOnlyList<string> bitexts,
        Func<SentencePair, TokenizedPair> split,
        UnigramTrainerOptions options,
        double balance,
        string folder,
        CommandContext context)
    {
        foreach (string path in bitexts)
        {
            RegularFile.Require(path);
        }

        UnigramTrainer trainer = new(options with { Lowercase = true, DropsPoints = true, MarksWordStart = false });
        double[] counts = [.. bitexts.Select(path => (double)Lockstep.Pairs(BitextReader.Open(path)).LongCount())];
        double scale = counts.Sum() / counts.Sum(count => Math.Pow(count, balance));
        for (int i = 0; i < counts.Length; i++)
        {
            double weight = scale * Math.Pow(counts[i], balance) / counts[i];
            foreach (SentencePair pair in Lockstep.Pairs(BitextReader.Open(bitexts[i])))
            {
                context.Cancellation.ThrowIfCancellationRequested();
                TokenizedPair tokens = split(pair);
                foreach (string word in tokens.Source.Concat(tokens.Target))
                {
                    trainer.Add(word, weight);
                }
            }
        }

        UnigramVocabulary vocabulary = trainer.Train(cancellation: context.Cancellation);
        vocabulary.Save(Path.Combine(folder, "tokenizer.json"));
        context.Messages.Detail($"vocabulary of {vocabulary.Entries.Count} pieces");
    }
}

using System.Globalization;
using System.Text;
using Aligner.Neural.Models;
using Aligner.Neural.Tests.Models;

namespace Aligner.Cli.Tests.Documentation;

/// <summary>A folder with small files of the names that the documents use, made once.</summary>
public sealed class DocumentedFiles : IDisposable
{
    private readonly Tool _tool = new();

    public DocumentedFiles()
    {
        File.Copy(Repository.PathOf("samples/german-english.txt"), PathOf("corpus.txt"));
        File.Copy(Repository.PathOf("samples/german-english.gold"), PathOf("gold.txt"));
        File.Copy(Repository.PathOf("samples/french-english.txt"), PathOf("en-fr.txt"));
        File.Copy(Repository.PathOf("samples/german-english.de.tsv"), PathOf("names.tsv"));
        File.Copy(Repository.PathOf("samples/german-english.en.tsv"), PathOf("gold.tsv"));
        _tool.Write("records.jsonl", """{"text":"It rains.","labels":[[3,8,"RAIN"]],"target":"Es regnet."}""");
        _tool.Write("marked.txt", "The <b>small</b> house {1}.\n");
        _tool.Write("plain.txt", "Das kleine Haus.\n");
        _tool.Write("lemmas.tsv", "houses\thouse\n");
        _tool.Write("raw.txt", "It's a house. ||| Das ist ein Haus.\n");
        _tool.Write("pieces.txt", "▁the ▁sm all ▁house ||| ▁das ▁kle ine ▁Haus\n");
        _tool.Write("text.txt", "It's a house.\n");
        _tool.Write("dictionary.tsv", "Haus\thouse\nAuto\tcar\t2\n");
        _tool.Write("small.json", """{ "vocabulary_size": 200, "hidden_size": 8, "layers": 1, "heads": 2 }""");
        WriteVectors();
        WriteEncoders();
        Run("""
            for name in few new known more en-de dev; do cp corpus.txt $name.txt; done
            for name in known.links dev.gold; do cp gold.txt $name; done
            gzip -k corpus.txt && mv corpus.txt.gz huge.txt.gz
            sed 's/ ||| .*//' corpus.txt > corpus.en
            sed 's/.* ||| //' corpus.txt > corpus.fr
            cp corpus.fr translations.txt
            sed -E 's/(\w+)/[ \1 ]/' translations.txt > brackets.txt
            gzip -k corpus.en corpus.fr
            { echo broken; seq 40 | paste - - corpus.en corpus.fr; } > crawl.tsv
            paste -d ' ' <(cut -d ' ' -f 1 corpus.txt) <(sed 's/.* ||| //' corpus.txt | cut -d ' ' -f 1) > seed.txt
            aligner train corpus.txt --method hmm -o corpus.model
            for name in other huge; do cp corpus.model $name.model; done
            aligner align corpus.txt --model corpus.model --scores > corpus.links
            aligner align corpus.txt --model corpus.model > links.txt
            for name in old new-links forward reverse; do cp links.txt $name.txt; done
            """);
        Run("""
            aligner convert links.txt --to naacl > test.wa
            aligner convert links.txt --to giza --bitext corpus.txt > src-tgt.A3.final
            sed 's/\(.*\) ||| \(.*\)/\2 ||| \1/' corpus.txt > swapped.txt
            aligner convert links.txt --to pharaoh --to-swap > swapped.links
            aligner convert swapped.links --to giza --bitext swapped.txt > tgt-src.A3.final
            aligner model import bert-base-multilingual-cased -o mbert
            cp corpus.links en-de.links
            aligner align en-fr.txt --method hmm --scores > en-fr.links
            aligner finetune corpus.txt --links corpus.links --from-scratch small.json -o small --steps 2
            cp small.json context.json
            for name in pieces mine tuned; do cp -r small $name; done
            """);
    }

    /// <summary>Copies all files to the folder of a tool.</summary>
    internal void CopyTo(Tool tool) => tool.Bash($"cp -r '{_tool.Folder}/.' .").ShouldSucceed();

    public void Dispose() => _tool.Dispose();

    private string PathOf(string name) => Path.Combine(_tool.Folder, name);

    private void Run(string script)
    {
        ToolResult result = _tool.Bash("set -e\n" + script);
        result.ExitCode.ShouldBe(0, result.Error);
    }

    /// <summary>Vectors of all words of the bitext, in which words spelled alike are alike.</summary>
    private void WriteVectors()
    {
        string[] words = [.. File.ReadAllText(PathOf("corpus.txt"))
            .Split(default(char[]?), StringSplitOptions.RemoveEmptyEntries).Distinct()];
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{words.Length} 3\n");
        foreach (string word in words)
        {
            text.Append(CultureInfo.InvariantCulture, $"{word} {word.Length} {word[0] % 16} {word[^1] % 16}\n");
        }

        string[] names =
            ["wiki.en.align.vec", "wiki.de.align.vec", "cc.en.300.vec", "cc.de.300.vec", "both.vec"];
        Array.ForEach(names, name => _tool.Write(name, text.ToString()));
    }

    /// <summary>Hugging Face folders with tiny random encoders.</summary>
    private void WriteEncoders()
    {
        TinyModel Tiny(int labels = 0, bool isSpan = false) => new(EncoderFamily.Bert)
        {
            Pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[WORD_SEP]", "¶"],
            Labels = labels,
            IsSpan = isSpan,
            Positions = 128,
        };
        Tiny().Write(PathOf("bert-base-multilingual-cased"));
        Tiny(labels: 1).Write(PathOf("binaryalign-xlmr"));
        Tiny(labels: 2, isSpan: true).Write(PathOf("wspalign-bert"));
        Directory.CreateDirectory(PathOf("bert"));
        File.Copy(Repository.PathOf("models/multilingual/tokenizer.json"), PathOf("bert/tokenizer.json"));
    }
}

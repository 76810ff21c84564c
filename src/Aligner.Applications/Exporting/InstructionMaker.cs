using System.Text;
using Aligner.Core.Numerics;

namespace Aligner.Applications.Exporting;

/// <summary>
/// Makes instructions for language models out of links (AlignInstruct: Mao and Yu 2024, "Tuning LLMs with Contrastive
/// Alignment Instructions for Machine Translation in Unseen, Low-resource Languages"). Wrong words are other words of
/// the same target sentence, never words that are linked, or spelled as words that are.
/// </summary>
/// <remarks>
/// One true and one false assertion follow each other, in random order, so that pairs are to be given in their order.
/// </remarks>
public sealed class InstructionMaker
{
    private readonly InstructionOptions _options;
    private readonly ulong _seed;
    private bool? _owed;

    /// <param name="options">Which instructions.</param>
    /// <param name="seed">The same seed and text give the same instructions.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public InstructionMaker(InstructionOptions options, ulong seed)
    {
        options.Validate();
        (_options, _seed) = (options, seed);
    }

    /// <summary>The instructions of a pair, at most one of each task; none of a pair without usable links.</summary>
    public IEnumerable<Instruction> Make(AlignedPair pair)
    {
        SplitMix64 random = LineRandom.Of(_seed, pair.Line);
        TranslationUnit[] units =
        [
            .. TranslationUnit.Of(pair).Where(unit =>
                unit.Probability >= _options.MinimumProbability
                && UnitWords.HaveLetters(UnitWords.Of(pair.Words.Source, unit.Source))
                && UnitWords.HaveLetters(UnitWords.Of(pair.Words.Target, unit.Target))),
        ];
        LineRandom.Shuffle(units, ref random);
        List<Instruction> made = [];
        foreach (InstructionTask task in _options.Tasks)
        {
            (string Prompt, string Answer)? question = task switch
            {
                InstructionTask.Assertion => Assertion(pair, units, ref random),
                InstructionTask.Hint => Hint(pair, units),
                _ => Revision(pair, units, ref random),
            };
            if (question is var (prompt, answer))
            {
                made.Add(new Instruction(pair.Line, task, prompt, answer));
            }
        }

        return made;
    }

    private (string Prompt, string Answer)? Assertion(
        AlignedPair pair, TranslationUnit[] units, ref SplitMix64 random)
    {
        bool isTrue = _owed ?? random.NextIndex(2) == 0;
        foreach (TranslationUnit unit in units)
        {
            string target = Text(pair.Words.Target, unit.Target);
            if (!isTrue)
            {
                string[] others = Others(pair, unit);
                if (others.Length == 0)
                {
                    continue;
                }

                target = others[random.NextIndex(others.Length)];
            }

            _owed = _owed is null ? !isTrue : null;
            string prompt =
                $"Given the following parallel sentence between {_options.SourceLanguage} and "
                + $"{_options.TargetLanguage}, judge whether the assertion is True or False.\n"
                + $"{Sentences(pair)}\nAssertion: \"{Text(pair.Words.Source, unit.Source)}\" can be aligned with "
                + $"\"{target}\" statistically.";
            return (prompt, isTrue ? "True" : "False");
        }

        return null;
    }

    private (string Prompt, string Answer)? Hint(AlignedPair pair, TranslationUnit[] units)
    {
        if (units.Length == 0)
        {
            return null;
        }

        StringBuilder prompt = new(
            $"Use the following alignment hints and translate from {_options.SourceLanguage} to "
            + $"{_options.TargetLanguage}.\n");
        foreach (TranslationUnit unit in units.Take(_options.Hints).OrderBy(unit => unit.Source.Start))
        {
            prompt.Append(null, $"- \"{Text(pair.Words.Source, unit.Source)}\" and ");
            prompt.Append(null, $"\"{Text(pair.Words.Target, unit.Target)}\"\n");
        }

        prompt.Append(null, $"{_options.SourceLanguage}: {string.Join(' ', pair.Words.Source)}\n");
        prompt.Append(null, $"{_options.TargetLanguage}:");
        return (prompt.ToString(), string.Join(' ', pair.Words.Target));
    }

    private (string Prompt, string Answer)? Revision(
        AlignedPair pair, TranslationUnit[] units, ref SplitMix64 random)
    {
        foreach (TranslationUnit unit in units)
        {
            string[] others = Others(pair, unit);
            if (others.Length > 0)
            {
                string[] wrong =
                [
                    .. pair.Words.Target.Take(unit.Target.Start),
                    others[random.NextIndex(others.Length)],
                    .. pair.Words.Target.Skip(unit.Target.End),
                ];
                string prompt =
                    $"The following translation from {_options.SourceLanguage} to {_options.TargetLanguage} has a "
                    + $"wrong word. Write the correct translation.\n"
                    + Sentences(pair with { Words = pair.Words with { Target = wrong } });
                return (prompt, string.Join(' ', pair.Words.Target));
            }
        }

        return null;
    }

    /// <summary>The words of the target that neither are linked with the unit nor look like those that are.</summary>
    private static string[] Others(AlignedPair pair, TranslationUnit unit)
    {
        HashSet<string> linked =
            new(UnitWords.Of(pair.Words.Target, unit.Target), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. pair.Words.Target.Where(word => !linked.Contains(word) && UnitWords.HaveLetters([word]))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private string Sentences(AlignedPair pair) =>
        $"{_options.SourceLanguage}: {string.Join(' ', pair.Words.Source)}\n"
        + $"{_options.TargetLanguage}: {string.Join(' ', pair.Words.Target)}";

    private static string Text(IReadOnlyList<string> sentence, WordSpan span) =>
        string.Join(' ', UnitWords.Of(sentence, span));
}

using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Statistical.Priors;
using Aligner.Statistical.PriorSources;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Tests.Priors;

public class PriorsInTrainingTests
{
    public static TheoryData<string> Names => [.. StatisticalMethods.All.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_known_word_pair_is_preferred_where_the_text_says_nothing(string name)
    {
        string[] pairs = ["rot blau ||| red blue"];

        float plain = Probability(Train(name, AlignmentPriors.None, pairs), "rot", "blue");
        float known = Probability(Train(name, Known(new WordPairPrior("rot", "blue", 9)), pairs), "rot", "blue");

        known.ShouldBeGreaterThan(plain);
        known.ShouldBeGreaterThan(0.8f);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Known_words_that_the_text_lacks_are_in_the_model(string name) => Probability(
        Train(name, Known(new WordPairPrior("grün", "green", 4)), Bitexts.Textbook), "grün", "green")
        .ShouldBeGreaterThan(0.8f);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_tells_what_it_counted(string name)
    {
        string[] pairs = Bitexts.Synthetic(pairs: 200, types: 20, maxLength: 6);
        StatisticalModel model = Train(name, AlignmentPriors.None, pairs);

        AlignmentPriors priors = ModelPriors.Of(model);

        double occurrences = pairs.Sum(pair => pair.Split(' ').Count(word => word == "f7"));
        double counted = priors.Words.Where(pair => pair.Target == "f7").Sum(pair => pair.Count);
        counted.ShouldBeInRange(occurrences * 0.5, occurrences * 1.2);
        priors.Words.Where(pair => pair.Source == "e7").MaxBy(pair => pair.Count).Target.ShouldBe("f7");
    }

    private static AlignmentPriors Known(params WordPairPrior[] words) => AlignmentPriors.None with { Words = words };

    private static StatisticalModel Train(string name, AlignmentPriors priors, string[] pairs) =>
        StatisticalTrainer.Train(
            StatisticalMethods.Get(name),
            new MethodSettings(),
            new TextOptions(),
            maxLength: 100,
            Bitexts.Text(pairs),
            new TrainingContext { Priors = priors }).Model;

    private static float Probability(StatisticalModel model, string source, string target) =>
        model.Directions.Forward.Lexicon.Tables[0][
            model.SourceVocabulary.Find(source), model.TargetVocabulary.Find(target)];
}

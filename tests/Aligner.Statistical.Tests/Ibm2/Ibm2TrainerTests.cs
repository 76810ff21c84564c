using Aligner.Statistical.Ibm2;
using Aligner.Statistical.Tests.Training;

namespace Aligner.Statistical.Tests.Ibm2;

public class Ibm2TrainerTests
{
    private const double Tension = 3;
    private const double NullProbability = 0.2;

    [Fact]
    public void Training_equals_EM_in_dictionaries() => DirectionalTraining.Cases.Check(example =>
    {
        Ibm2Options options = new()
        {
            LexicalPrior = example.Alpha,
            Iterations = example.Iterations,
            Tension = Tension,
            NullProbability = NullProbability,
        };
        DirectionalTraining.ShouldEqualNaiveEm(
            new Ibm2Trainer(options),
            example,
            (i, j, n, m) => i < 0
                ? NullProbability
                : (1 - NullProbability) * NaiveDiagonal.Row(Tension, j, n, m)[i]);
    });

    [Fact]
    public void The_model_remembers_its_parameters()
    {
        Ibm2Options options = new() { Tension = 7, NullProbability = 0.3 };

        Ibm2Model model = (Ibm2Model)new Ibm2Trainer(options).Train(
            Bitexts.Corpus(Bitexts.Textbook), new TrainingLog().Context);

        model.Tension.ShouldBe(7);
        model.NullProbability.ShouldBe(0.3);
    }
}

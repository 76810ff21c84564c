using Aligner.Core.Alignments;
using Aligner.Core.Symmetrization;

namespace Aligner.Core.Tests.Symmetrization;

/// <summary>Compares with the stored output of alignment-scripts on the WPT 2003 test sets.</summary>
public class PeerSymmetrizationTests
{
    [Theory]
    [InlineData("fastalign.test.enfr", 447)]
    [InlineData("fastalign.test.roen", 248)]
    [InlineData("giza.test.enfr", 447)]
    [InlineData("giza.test.roen", 248)]
    public void Every_line_of_a_peer_is_reproduced(string run, int lines)
    {
        Alignment[] forward = Read(run);
        Alignment[] reverse = Read($"{run}.reverse");
        forward.Length.ShouldBe(lines);

        ShouldReproduce("intersection", "intersection");
        ShouldReproduce("union", "union");
        ShouldReproduce("grow-diag", "grow-diagonal");
        ShouldReproduce("grow-diag-final", "grow-diagonal-final");

        void ShouldReproduce(string name, string file)
        {
            ISymmetrizer symmetrizer = Symmetrizers.Get(name, GrowDefinition.AlignmentScripts);
            forward.Zip(reverse, (one, other) => symmetrizer.Combine(one, other, 0, 0))
                .ShouldBe(Read($"{run}.{file}"), file);
        }
    }

    private static Alignment[] Read(string name) =>
        [.. File.ReadLines(TestData.File($"peer-outputs/lilt.{name}.talp")).Select(Pharaoh.Parse)];
}

using Aligner.Similarity.Matrices;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Tests.Matrices;

public class SimilarityKernelTests
{
    [Fact]
    public void Rows_are_scaled_to_length_one_and_zeros_stay()
    {
        float[] rows = [3, 4, 0, 0];
        SimilarityKernel.Normalize(rows, 2, rows);
        rows.ShouldBe([0.6f, 0.8f, 0, 0]);
    }

    [Fact]
    public void Centering_subtracts_the_mean_from_every_row()
    {
        float[] centered = new float[4];
        SimilarityKernel.Center([1, 2, 3, 4], [1, 1], centered);
        centered.ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public void Products_are_those_of_all_rows_with_all_rows()
    {
        float[] products = new float[6];
        SimilarityKernel.Multiply([1, 2, 3, 4], [1, 0, 0, 1, 1, 1], 2, products);
        products.ShouldBe([1, 2, 3, 3, 4, 7]);
    }

    [Fact]
    public void Cosines_are_mapped_to_0_to_1()
    {
        float[] cosines = [-1, 0, 0.5f, 1.0000001f];
        SimilarityKernel.ScaleCosines(cosines);
        cosines.ShouldBe([0, 0.5f, 0.75f, 1]);
    }

    /// <summary>Places 0, ½, 1 against 0, 1: distances 0 1, ½ ½, 1 0.</summary>
    [Fact]
    public void Distortion_weighs_by_the_squared_distance_of_the_places()
    {
        float[] similarity = [1, 1, 1, 1, 1, 1];
        SimilarityKernel.Distort(similarity, [0, 0.5f, 1], [0, 1], 0.4f);
        similarity.ShouldBe([1, 0.6f, 0.9f, 0.9f, 0.6f, 1]);
    }

    [Fact]
    public void Distortion_leaves_a_single_word_alone()
    {
        float[] similarity = [1, 1, 1];
        SimilarityKernel.Distort(similarity, [0], [0, 0.5f, 1], 0.4f);
        similarity.ShouldBe([1, 1, 1]);
    }

    /// <summary>(½, ½, 0) has 1 bit of the log₂ 3 that are possible.</summary>
    [Fact]
    public void Entropies_are_those_of_rows_and_columns_over_the_largest_possible()
    {
        float[] rows = new float[2];
        EntropyKernel.Rows([2, 2, 0, 1, 1, 1], rows);
        rows[0].ShouldBe((float)(1 / Math.Log2(3)), 1e-6f);
        rows[1].ShouldBe(1, 1e-6f);
        float[] columns = new float[3];
        EntropyKernel.Columns([2, 2, 0, 2, 0, 1], columns);
        columns.ShouldBe([1, 0, 0], 1e-6f);
        float[] single = new float[2];
        EntropyKernel.Rows([0.5f, 0], single);
        single.ShouldBe([0, 0]);
    }
}

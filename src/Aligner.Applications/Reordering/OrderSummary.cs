namespace Aligner.Applications.Reordering;

/// <summary>How far the two languages of a text differ in order. The counts add.</summary>
public sealed class OrderSummary
{
    private double _tau, _crossings;

    /// <summary>Pairs with words on the source side.</summary>
    public long Pairs { get; private set; }

    /// <summary>Pairs whose order a bracketing transduction grammar can make.</summary>
    public long BtgValid { get; private set; }

    /// <summary>Mean Kendall's τ of the pairs; 1 if there are none.</summary>
    public double KendallTau => Pairs == 0 ? 1 : _tau / Pairs;

    /// <summary>Mean crossing rate of the pairs; 0 if there are none.</summary>
    public double CrossingRate => Pairs == 0 ? 0 : _crossings / Pairs;

    /// <summary>Counts a pair; one without source words has no order and is passed over.</summary>
    public void Add(SourceOrder order)
    {
        if (order.Permutation.Count == 0)
        {
            return;
        }

        Pairs++;
        BtgValid += order.IsBtgValid ? 1 : 0;
        _tau += order.KendallTau;
        _crossings += order.CrossingRate;
    }
}

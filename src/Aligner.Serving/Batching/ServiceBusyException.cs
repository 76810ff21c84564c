namespace Aligner.Serving.Batching;

/// <summary>As many pairs wait as may.</summary>
public sealed class ServiceBusyException : Exception
{
    public ServiceBusyException()
        : base("too many pairs are waiting: try again later")
    {
    }
}

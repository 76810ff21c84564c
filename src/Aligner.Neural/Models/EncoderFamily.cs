namespace Aligner.Neural.Models;

/// <summary>Encoders that differ in the names of their weights and in the embeddings.</summary>
public enum EncoderFamily
{
    /// <summary>BERT and what keeps its names; token types are an input.</summary>
    Bert,

    /// <summary>RoBERTa, XLM-R and CamemBERT: positions start after the padding index.</summary>
    Roberta,

    /// <summary>DistilBERT: no token types.</summary>
    DistilBert,
}

using System.Numerics.Tensors;
var r = new Random(1); foreach (int n in new[]{20,100,256,768,5000}) { float[] d = new float[n]; for (int i=0;i<n;i++) d[i]=r.NextSingle();
 var sums=new HashSet<float>(); var dots=new HashSet<float>(); var sq=new HashSet<float>();
 for (int o=0;o<32;o++){ float[] b=GC.AllocateArray<float>(n+64,true); d.CopyTo(b,o); sums.Add(TensorPrimitives.Sum<float>(b.AsSpan(o,n))); dots.Add(TensorPrimitives.Dot<float>(b.AsSpan(o,n),d)); sq.Add(TensorPrimitives.SumOfSquares<float>(b.AsSpan(o,n))); }
 Console.WriteLine($"{n}: sum {sums.Count} dot {dots.Count} sq {sq.Count}"); }

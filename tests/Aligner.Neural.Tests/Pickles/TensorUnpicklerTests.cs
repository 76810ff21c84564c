using System.Text;
using Aligner.Neural.Pickles;

namespace Aligner.Neural.Tests.Pickles;

public class TensorUnpicklerTests
{
    // Both are from Python's own pickle module, with classes that have the names of PyTorch's: an OrderedDict with the
    // attribute _metadata and three tensors, as torch.save writes it, by protocols 2 and 4.
    private const string Protocol2 =
        "gAJjY29sbGVjdGlvbnMKT3JkZXJlZERpY3QKcQApUnEBKFgBAAAAd3ECY3RvcmNoLl91dGlscwpfcmVidWlsZF90ZW5zb3Jf"
        + "djIKcQMoKFgHAAAAc3RvcmFnZXEEY3RvcmNoCkZsb2F0U3RvcmFnZQpxBVgBAAAAMHEGWAMAAABjcHVxB0sIdHEIUUsCSwJL"
        + "A4ZxCUsDSwGGcQqJaAApUnELdHEMUnENWAQAAABiaWFzcQ5oAygoaARjdG9yY2gKSGFsZlN0b3JhZ2UKcQ9YAQAAADFxEGgH"
        + "SwJ0cRFRSwBLAoVxEksBhXETiWgAKVJxFHRxFVJxFlgGAAAAdHVybmVkcRdoAyhoCFFLAEsDSwKGcRhLAUsDhnEZiWgAKVJx"
        + "GnRxG1JxHHV9cR1YCQAAAF9tZXRhZGF0YXEeaAApUnEfWAAAAABxIH1xIVgHAAAAdmVyc2lvbnEiSwFzc3NiLg==";

    private const string Protocol4 =
        "gASVJwEAAAAAAACMC2NvbGxlY3Rpb25zlIwLT3JkZXJlZERpY3SUk5QpUpQojAF3lIwMdG9yY2guX3V0aWxzlIwSX3JlYnVp"
        + "bGRfdGVuc29yX3YylJOUKCiMB3N0b3JhZ2WUjAV0b3JjaJSMDEZsb2F0U3RvcmFnZZSTlIwBMJSMA2NwdZRLCHSUUUsCSwJL"
        + "A4aUSwNLAYaUiWgCKVKUdJRSlIwEYmlhc5RoBygoaAhoCYwLSGFsZlN0b3JhZ2WUk5SMATGUaA1LAnSUUUsASwKFlEsBhZSJ"
        + "aAIpUpR0lFKUjAZ0dXJuZWSUaAcoaA5RSwBLA0sChpRLAUsDhpSJaAIpUpR0lFKUdX2UjAlfbWV0YWRhdGGUaAIpUpSMAJR9"
        + "lIwHdmVyc2lvbpRLAXNzc2Iu";

    [Theory]
    [InlineData(Protocol2)]
    [InlineData(Protocol4)]
    public void Tensors_of_a_dictionary_are_read(string pickle)
    {
        IReadOnlyDictionary<string, PickledTensor> tensors = TensorUnpickler.Read(Convert.FromBase64String(pickle));

        tensors.Keys.ShouldBe(["w", "bias", "turned"]);
        (tensors["w"].Storage, tensors["w"].Offset).ShouldBe((new PickledStorage("F32", "0"), 2));
        tensors["w"].Shape.ShouldBe([2, 3]);
        tensors["w"].IsContiguous.ShouldBeTrue();
        (tensors["bias"].Storage, tensors["bias"].Offset).ShouldBe((new PickledStorage("F16", "1"), 0));
        tensors["turned"].Strides.ShouldBe([1, 3]);
        tensors["turned"].IsContiguous.ShouldBeFalse();
    }

    // What would run a program, or read and write files, if Python read it.
    [Theory]
    [InlineData("cos\nsystem\n(X\u0002\0\0\0idtR.", "os.system")]
    [InlineData("cbuiltins\neval\n(X\u0001\0\0\01tR.", "builtins.eval")]
    [InlineData("ctorch\nload\n(X\u0001\0\0\0xtR.", "torch.load")]
    [InlineData("ctorch._utils\n_rebuild_tensor_v2 \n.", "no tensor needs")]
    [InlineData("X\u0002\0\0\0osX\u0006\0\0\0system\u0093.", "os.system")]
    [InlineData("(ios\nsystem\n.", "operation 0x69")]
    [InlineData("(o.", "operation 0x6F")]
    [InlineData(")\u0081.", "operation 0x81")]
    [InlineData("\u0082\u0001.", "operation 0x82")]
    [InlineData("P1\n.", "operation 0x50")]
    public void What_is_more_than_tensors_is_refused(string pickle, string message) => ShouldBreak(pickle, message);

    [Theory]
    [InlineData("", "truncated")]
    [InlineData("}", "truncated")]
    [InlineData("cos", "truncated")]
    [InlineData("X\u00FF\u00FF\u00FF\u007Fx", "truncated")]
    [InlineData("X\u00FF\u00FF\u00FF\u00FFx", "truncated")]
    [InlineData("\u008A\u00FF", "a number of 255 bytes")]
    [InlineData("X\u0001\0\0\0\u00FF.", "not UTF-8")]
    [InlineData(".", "the stack is empty")]
    [InlineData("(.", "the stack is empty")]
    [InlineData("h\u0007.", "an unknown object")]
    [InlineData("t.", "no mark")]
    [InlineData("}K\u0001K\u0002K\u0003s.", "items without")]
    [InlineData("}(K\u0001u.", "items without a dictionary")]
    [InlineData("}K\u0001a.", "items without a list")]
    [InlineData("K\u0001Q.", "something else than a storage")]
    [InlineData("K\u0001)R.", "other arguments")]
    [InlineData("ctorch._utils\n_rebuild_tensor_v2\n)R.", "other arguments")]
    [InlineData("K\u0001.", "does not hold a dictionary")]
    public void A_damaged_pickle_is_refused(string pickle, string message) => ShouldBreak(pickle, message);

    [Fact]
    public void A_dictionary_that_holds_itself_ends() =>
        TensorUnpickler.Read(Encoding.Latin1.GetBytes("}q\0X\u0001\0\0\0xh\0s.")).ShouldBeEmpty();

    [Fact]
    public void Whatever_the_bytes_there_are_tensors_or_the_one_error()
    {
        Random random = new(7);
        for (int run = 0; run < 5000; run++)
        {
            byte[] bytes = Convert.FromBase64String(run % 2 == 0 ? Protocol2 : Protocol4);
            for (int change = random.Next(1, 5); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            byte[] part = bytes[..random.Next(bytes.Length / 2, bytes.Length + 1)];
            try
            {
                TensorUnpickler.Read(part);
            }
            catch (InvalidDataException)
            {
                // It says what is wrong.
            }
        }
    }

    private static void ShouldBreak(string pickle, string message) =>
        Should.Throw<InvalidDataException>(() => TensorUnpickler.Read(Encoding.Latin1.GetBytes(pickle)))
            .Message.ShouldContain(message);
}

using Aligner.Core.Files;

namespace Aligner.Core.Tests.Files;

public sealed class PlainFileNameTests
{
    [Theory]
    [InlineData("vocab.txt")]
    [InlineData(".hidden")]
    [InlineData("..two dots")]
    [InlineData("a..b")]
    [InlineData("日本語.bin")]
    [InlineData("contents")]
    [InlineData("company.txt")]
    public void A_name_in_the_folder_itself_is_plain(string name) =>
        PlainFileName.Require(name, "manifest").ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("deep/file")]
    [InlineData("deep\\file")]
    [InlineData("C:file")]
    [InlineData("file:stream")]
    [InlineData("nul\0byte")]
    [InlineData("line\nfeed")]
    [InlineData("escape\e[0m")]
    [InlineData("dot.")]
    [InlineData("blank ")]
    [InlineData("CON")]
    [InlineData("nul.txt")]
    [InlineData("Com1.tar.gz")]
    public void A_name_that_leads_elsewhere_on_any_system_is_refused(string name) =>
        Should.Throw<DataException>(() => PlainFileName.Require(name, "manifest"))
            .Message.ShouldBe($"manifest: \"{name}\" is no plain file name");
}

using System.Text;
using Aligner.Core.Corpora;

namespace Aligner.Fuzzing.Seeds;

/// <summary>Small texts that the readers of lines accept.</summary>
internal static class SeedTexts
{
    /// <summary>Pairs that models are trained on and aligners are asked about.</summary>
    public static readonly string[] Bitext =
    [
        "das Haus ||| the house", "das Buch ||| the book", "ein Buch ||| a book", "das kleine Haus ||| the small house",
        "ein kleines Buch ||| a small book", "das alte Buch ||| the old book", "ein altes Haus ||| an old house",
    ];

    /// <summary>The same as words.</summary>
    public static IReadOnlyList<TokenizedPair> Pairs { get; } =
    [
        .. Bitext.Select(pair => pair.Split(" ||| ")).Select(
            sides => new TokenizedPair(sides[0].Split(' '), sides[1].Split(' '))),
        new TokenizedPair(["unknown", "\u0130\u0301", "\ud83d\ude00"], ["words", "das"]),
    ];

    /// <summary>A log of a training.</summary>
    public static byte[] TrainingLog => Of(
        """{"step":1,"loss":3.5,"pairs_per_second":20}""",
        """{"step":500,"loss":0.5,"pairs_per_second":25.5,"dev_aer":0.25}""");

    public static byte[] Of(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    /// <summary>A file of each format of alignments.</summary>
    public static byte[] Alignments(string format) => format switch
    {
        "pharaoh" => Of("0-0 1p2 2?2:0.75\t-1.5", "", "1-0:1 3-4:0.001", "0-0"),
        "giza" => Of(
            "# Sentence pair (1) source length 2 target length 3 alignment score : 0.001",
            "the small house",
            "NULL ({ }) das ({ 1 }) Haus ({ 2 3 })",
            "# Sentence pair (3) source length 1 target length 1 alignment score : 1e-30",
            "book",
            "NULL ({ }) Buch ({ 1 })"),
        "naacl" => Of("1 1 1", "1 2 2 S", "2 1 2 P 0.5", "4 0 3", "5 2 1 S 0.125"),
        "talp" => Of("1-1 2p3 3s3", "", "0-2 2-1"),
        "blinker" => Of("1 1", "2 3", "0 4", "", "", "1 2"),
        "words" => Of("das<sep>the Haus<sep>house", "", "Buch<sep>book"),
        "opustrainer" => Of("das Haus\tthe house\t0-0 1-1", "Buch\tbook\t0-0", "ein\ta\t"),
        "fairseq" => Of("S-1\tdas Haus", "A-1\t0-0 1-1", "H-1\t-0.5\tthe house", "A-0\t", "A-2\t2-0"),
        "marian-soft" => Of("the house ||| 0.9,0.1,0 0.2,0.7,0.1 0,0,1", "book ||| 0.8,0.2 0.1,0.9"),
        "gale" => Of("1-1(SEM) 2,3-4,5[DET](FUN) 7-(NTR)", "", "1-2(GIS)"),
        "bal" => Of("1", "2 the house # 1 2", "2 das Haus # 1 2", "1", "1 book # 0", "1 Buch # 1"),
        "giza-compact" => Of("0 0 1 2 2 1", "", "3 0"),
        _ => Of(
            """{"links":[[0,0],[2,1]],"possible":[[1,2]],"probabilities":[0.9,0.5,0.4],"score":-1.5}""",
            """{"links":[[0,1]],"source":["das","Haus"],"target":["the","house"]}""",
            """{"links":[]}"""),
    };

    /// <summary>Priors as text.</summary>
    public static byte[] Priors { get; } = Of(
        "LEX\tdas\tthe\t3.5", "LEX\tBuch\tbook\t2", "LEX\t<NULL>\ta\t1", "HMMF\t1\t4", "HMMF\t-2\t0.5", "HMMR\t1\t3",
        "FERF\tdas\t1\t2");

    public static byte[] Dictionary { get; } = Of("das\tthe", "Haus\thouse\t2.5", "kleines Buch\tsmall book\t1e-3");

    /// <summary>SeedTexts with gold links, as <c>model fit-network</c> lists them.</summary>
    public static byte[] GoldTexts { get; } = Of(
        "# texts",
        "group\tauto\tdefault\ttext.txt\tgold.txt\tfirst",
        "other\tstatistical\tbest\tb.txt\tg.txt\tlast");

    /// <summary>The shape of an encoder that is trained from scratch.</summary>
    public static byte[] Scratch { get; } = Of(
        """{"vocabulary_size":300,"hidden_size":16,"layers":1,"heads":2,"intermediate_size":32,"max_length":64}""");

    /// <summary>A bitext in TMX.</summary>
    public static byte[] Tmx { get; } = Of(
        """<?xml version="1.0"?><tmx version="1.4"><header srclang="de"/><body>""",
        """<tu><tuv xml:lang="de"><seg>das <ph x="1"/>Haus</seg></tuv>""",
        """<tuv xml:lang="en"><seg>the house</seg></tuv></tu>""",
        """<tu srclang="de"><tuv xml:lang="DE-at"><seg>das &lt;Buch&#62;</seg></tuv><tuv lang="en"><seg/></tuv></tu>""",
        "</body></tmx>");

    /// <summary>A bitext in XLIFF 2.</summary>
    public static byte[] Xliff { get; } = Of(
        """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de" trgLang="en">""",
        """<file id="f"><unit id="1"><segment><source>das <pc id="1">Haus</pc></source>""",
        """<target>the house</target></segment></unit>""",
        """<unit id="2"><segment><source>das Buch</source></segment></unit></file></xliff>""");

    /// <summary>A bitext in xz.</summary>
    public static byte[] Xz { get; } = Convert.FromBase64String(
        "/Td6WFoAAAFpIt42AgAhARYAAAB0L+WjAQAWZGFzIEhhdXMgfHx8IHRoZSBob3VzZQoAAFjRL84AASsXhc0l1ZBCmQ0BAAAAAAFZWg==");

    /// <summary>A bitext in bzip2.</summary>
    public static byte[] Bzip2 { get; } = Convert.FromBase64String(
        "QlpoOTFBWSZTWQPnMAIAAARVgAAQQAAAQCZAjgQgADEDQNAhPRPRPKd3jF4Teojzig1FfF3JFOFCQA+cwAg=");

    /// <summary>Labeled words.</summary>
    public static byte[] Columns { get; } = Of(
        "# text = das Haus", "das\tO", "kleine\tB-LOC", "Haus\tI-LOC", "", "Buch\tU-WORK", "", "ein O", "Buch S-X");

    /// <summary>Labeled sentences in JSON Lines.</summary>
    public static byte[] LabelObjects { get; } = Of(
        """{"text":"das kleine Haus","labels":[[4,15,"LOC"]]}""",
        """{"tokens":["das","Buch"],"tags":["O","B-WORK"]}""",
        """{"tokens":["ein","Haus"],"nodes":[{"anchors":[1]},{"anchors":[[0,2]]}],"target":"a house"}""");

    /// <summary>Sentences with inline codes.</summary>
    public static byte[] Markup { get; } = Of(
        "das <b>kleine <i>Haus</i></b>", "ein {1}Buch{2}", """<g id="1">das</g> <x id="2"/> Buch &lt;""");

    /// <summary>Requests to a service.</summary>
    public static byte[] Requests { get; } = Of(
        """{"id":1,"source":"das Haus","target":"the house"}""",
        """{"id":{"a":[]},"source":"","target":"a"}""",
        """{"source":"ein Buch","target":"a book"}""");
}

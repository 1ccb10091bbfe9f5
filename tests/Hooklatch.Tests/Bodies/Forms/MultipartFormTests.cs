using System.Text;
using CsCheck;
using Hooklatch.Bodies.Forms;

namespace Hooklatch.Tests.Bodies.Forms;

public class MultipartFormTests
{
    public static TheoryData<string> Dispositions =>
        [
            "form-data; name=x",
            "form-data; name=\"x\"",
            "form-data;name=x;",
            "form-data; name=\"\"",
            "form-data; name=\"a\\\"b\"",
            "form-data; name=\"\u00fc\u20ac\"",
            "form-data; name=\"=?utf-8?B?w6k=?=\"",
            "form-data; name=\"x\"; filename=\"\"",
            "form-data; name=x; filename=f.txt",
            "form-data; name=\"x\"; filename=\"\u00e9 \u20ac.txt\"",
            "form-data; name=x; filename=\"plain.txt\"; filename*=UTF-8''%e2%82%ac.txt",
            "form-data; name=x; filename*=UTF-8''%e2%82%ac.txt; filename=\"plain.txt\"",
            "form-data; name=x; filename*=iso-8859-1''%e9.txt",
            "form-data; name=x; filename=\"a;b=c.txt\"",
            "form-data; filename=\"f.txt\"; name=\"x\"; other=1",
        ];

    [Theory]
    [MemberData(nameof(Dispositions))]
    public Task Names_are_those_of_AspNetCore(string disposition) => AssertSameAsync(TestForms.Whole(TestForms.Part(disposition, "value")));

    [Theory]
    [InlineData("--b--\r\n")]
    [InlineData("--b--")]
    [InlineData("--b--  \r\nepilogue\r\n--b\r\n")]
    [InlineData("preamble\r\n--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b--\r\nepilogue")]
    [InlineData("\r\n--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b--")]
    [InlineData("--b \t \r\ncontent-disposition:form-data; name=x\r\nX-A: 1\r\nx-a: 2\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\n\r\n\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\n\r\n\r\n\r\n--\r\n--a\r-\n--b--\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\n\r\n\ufeffv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\u00e9\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x; filename=f\r\nContent-Type:\r\nX-A:\r\n\r\nv\r\n--b--")]
    public Task Bodies_read_as_AspNetCore_reads_them(string body) => AssertSameAsync(body);

    [Fact]
    public Task Fields_and_files_keep_their_order_and_repetitions() =>
        AssertSameAsync(
            TestForms.Whole(
                TestForms.Field("_charset_", "iso-8859-1"),
                TestForms.Field("a", "1"),
                TestForms.File("f", "1.txt", "one"),
                TestForms.Field("A", "2"),
                TestForms.File("F", "2.txt", ""),
                TestForms.File("f", "3.txt", "three")
            )
        );

    [Fact]
    public async Task Any_form_reads_as_it_was_written_and_as_AspNetCore_reads_it()
    {
        var content = Gen.Char["\r\n-b a\u20ac"].Array[0, 40].Select(characters => new string(characters).Replace("--b", "--a"));
        var name = Gen.Char["ab\u00e9"].Array[1, 5].Select(characters => new string(characters));

        await Gen.Select(name, content, Gen.Bool)
            .Array[0, 10]
            .SampleAsync(form => AssertSameAsync(TestForms.Whole([.. form.Select(Write)])), iter: 300, threads: 1);

        static string Write((string Name, string Content, bool IsFile) part) =>
            part.IsFile ? TestForms.File(part.Name, "f", part.Content) : TestForms.Field(part.Name, part.Content);
    }

    [Fact]
    public void A_file_is_found_by_name_and_read_more_than_once()
    {
        var form = TestForms.ReadValid(TestForms.Whole(TestForms.File("report", "r.txt", "hello")), TestForms.Multipart);

        var file = form.Files.GetFile("REPORT")!;
        using var first = new StreamReader(file.OpenReadStream());
        using var second = new StreamReader(file.OpenReadStream());

        Assert.Equal(("hello", "hello"), (first.ReadToEnd(), second.ReadToEnd()));
        Assert.Equal(("r.txt", "text/plain", 5L), (file.FileName, file.ContentType, file.Length));
    }

    [Fact]
    public void A_boundary_right_after_the_headers_ends_an_empty_part()
    {
        // RFC 2046 lets the blank line be the line end of the boundary; ASP.NET Core reads on to the next boundary.
        var body = "--b\r\nContent-Disposition: form-data; name=x\r\n\r\n--b--\r\n";

        Assert.Equal("", TestForms.ReadValid(body, TestForms.Multipart)["x"].Single());
    }

    [Fact]
    public void A_boundary_that_does_not_start_its_line_is_preamble()
    {
        var body = "x--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b--";

        Assert.Empty(TestForms.ReadValid(body, TestForms.Multipart));
    }

    [Fact]
    public void The_disposition_is_read_without_regard_to_case()
    {
        // RFC 2183 §2; ASP.NET Core passes over such a part.
        var form = TestForms.ReadValid(TestForms.Whole(TestForms.Part("Form-Data; NAME=x; FileName=f.txt", "v")), TestForms.Multipart);

        Assert.Equal("f.txt", form.Files.Single().FileName);
    }

    [Fact]
    public async Task A_form_that_is_cut_anywhere_is_rejected()
    {
        var body = TestForms.Whole(
            "preamble\r\n",
            TestForms.Field("a", "1"),
            TestForms.File("f", "f.txt", "con\r\n--tent"),
            TestForms.Field("c", "")
        );
        var bytes = Encoding.UTF8.GetBytes(body);
        var complete = bytes.Length - 2; // the last line end may be missing

        for (var length = 0; length < complete; length++)
        {
            foreach (var result in await TestForms.ReadInEveryWayAsync(bytes[..length], TestForms.Multipart))
            {
                Assert.Equal(FormFailureKind.Malformed, result.Failure?.Kind);
            }
        }

        Assert.Null(TestForms.Read(body[..complete], TestForms.Multipart).Failure);
    }

    [Theory]
    [InlineData("no boundary at all")]
    [InlineData("--bb\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--bx\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b--x")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b--\r")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b --")]
    [InlineData("--b\nContent-Disposition: form-data; name=x\n\nv\n--b--\n")]
    [InlineData("--b\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Type: text/plain\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: attachment; name=x\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x; name=y\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x; filename=a; filename=b\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\nContent-Disposition: form-data; name=y\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition:\r\nContent-Disposition: form-data; name=y\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=y\r\nContent-Disposition:\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"x\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\nno colon\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data;\r\n name=x\r\n\r\nv\r\n--b--")] // folded
    [InlineData("--b\r\nContent-Disposition : form-data; name=x\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"x\0\"\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"x\ny\"\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\nContent-Type: /;;charset=utf-7\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x; filename*=UTF-7''f\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n\u00e9\r\n--b--")]
    [InlineData("\n--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b--")]
    [InlineData(
        "\n--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b\r\nContent-Disposition: form-data; name=y\r\n\r\nv\r\n--b--"
    )]
    [InlineData(
        "\r--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b\r\nContent-Disposition: form-data; name=y\r\n\r\nv\r\n--b--"
    )]
    [InlineData(
        "preamble\n--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b\r\nContent-Disposition: form-data; name=y\r\n\r\nv\r\n--b--"
    )]
    [InlineData("\n--b--\r\n--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\n--b\r\nContent-Disposition: form-data; name=y\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r--b\r\nContent-Disposition: form-data; name=y\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x\r\n\r\n\n--b\r\nContent-Disposition: form-data; name=y\r\n\r\nv\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x; filename=f\r\n\r\nv\n\n--b\n\nw\r\n--b--")]
    [InlineData(
        "--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\r\n--b--\r\n\n--b\r\nContent-Disposition: form-data; name=y\r\n\r\nv\r\n--b--"
    )]
    [InlineData("--b--\r\n--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b--")]
    [InlineData(
        "--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n--b--\r\nepilogue\n--b\nContent-Disposition: form-data; name=y\n\nv\n--b--"
    )]
    [InlineData("--b\r\nContent-Disposition: form-data; name=x; filename=f; filename*=utf-16''f\r\n\r\nv\r\n--b--")]
    public async Task What_is_malformed_is_rejected_with_a_reason(string body)
    {
        foreach (var result in await TestForms.ReadInEveryWayAsync(Encoding.UTF8.GetBytes(body), TestForms.Multipart))
        {
            Assert.Equal(FormFailureKind.Malformed, result.Failure?.Kind);
            Assert.EndsWith(".", result.Failure!.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\r\n--b\r\n", "v", "\r\n--b--")]
    [InlineData("preamble\n -- b\r\n--b\r\n", "v", "\r\n--b--\r\nepilogue --\r\n")]
    [InlineData("--b\r\n", "a --b c\n--\r--\n\r-b\r\n-b\n\n\r\r", "\r\n--b--\r\n")]
    [InlineData("--b \t\r\n", "--b", "\r\n--b--")]
    public async Task What_nobody_reads_as_a_boundary_is_text(string before, string value, string after)
    {
        var body = Encoding.UTF8.GetBytes($"{before}Content-Disposition: form-data; name=x\r\n\r\n x{value}{after}");
        foreach (var result in await TestForms.ReadInEveryWayAsync(body, TestForms.Multipart))
        {
            Assert.Equal(" x" + value, result.Form?["x"]);
        }
    }

    [Fact]
    public void A_charset_of_a_field_may_be_any_that_reads_as_UTF8()
    {
        foreach (var charset in new[] { "utf8", "\"UTF-8\"", "csUTF8", "us-ascii", "ascii", "ansi_x3.4-1968", "\"ISO_646.irv:1991\"" })
        {
            var body = TestForms.Whole(
                $"--b\r\nContent-Disposition: form-data; name=x\r\nContent-Type: text/plain; charset={charset}\r\n\r\nv\r\n"
            );
            Assert.Equal("v", TestForms.ReadValid(body, TestForms.Multipart)["x"]);
        }
    }

    [Fact]
    public void Invalid_UTF8_is_rejected_in_values_and_headers_but_not_in_files()
    {
        Assert.Equal("x", Read("form-data; name=x", "\u00ff").Failure?.Field);
        Assert.Equal(FormFailureKind.Malformed, Read("form-data; name=\"\u00ff\"", "v").Failure?.Kind);
        Assert.Null(Read("form-data; name=x; filename=f", "\u00ff").Failure);

        static FormReadResult Read(string disposition, string value) =>
            FormReader.Read(Encoding.Latin1.GetBytes(TestForms.Whole(TestForms.Part(disposition, value))), TestForms.Multipart);
    }

    [Theory]
    [InlineData("multipart/form-data", nameof(FormFailureKind.Malformed))]
    [InlineData("multipart/form-data; boundary=", nameof(FormFailureKind.Malformed))]
    [InlineData("multipart/form-data; boundary=\"\"", nameof(FormFailureKind.Malformed))]
    [InlineData("multipart/form-data; boundary=\"b \"", nameof(FormFailureKind.Malformed))]
    [InlineData("multipart/form-data; boundary=b; boundary=c", nameof(FormFailureKind.Malformed))]
    [InlineData("multipart/form-data; boundary=\"b\u00e9\"", nameof(FormFailureKind.Malformed))]
    [InlineData("multipart/mixed; boundary=b", nameof(FormFailureKind.UnsupportedMediaType))]
    [InlineData("multipart/form-data; boundary=b; charset=utf-16", nameof(FormFailureKind.UnsupportedMediaType))]
    public void A_content_type_without_one_good_boundary_is_rejected(string contentType, string expected) =>
        Assert.Equal(expected, TestForms.ReadRejected(TestForms.Whole(), contentType).Kind.ToString());

    [Theory]
    [InlineData("multipart/form-data; boundary=\"b\"")]
    [InlineData("Multipart/Form-Data; BOUNDARY=b; charset=utf-8")]
    public void A_boundary_may_be_quoted(string contentType) => Assert.Empty(TestForms.ReadValid(TestForms.Whole(), contentType));

    private static Task AssertSameAsync(string body) => AspNetForms.AssertSameAsync(Encoding.UTF8.GetBytes(body), TestForms.Multipart);
}

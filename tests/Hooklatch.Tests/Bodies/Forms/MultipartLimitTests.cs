using System.Diagnostics;
using System.Text;
using Hooklatch.Bodies.Forms;

namespace Hooklatch.Tests.Bodies.Forms;

public class MultipartLimitTests
{
    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public Task A_form_has_at_most_32_parts(int count, bool accepted) =>
        AssertAsync(
            accepted,
            TestForms.Whole([
                .. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? TestForms.Field("a", "1") : TestForms.File("f", "f", "1")),
            ])
        );

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public Task Files_do_not_count_as_fields(int fields, bool accepted) =>
        AssertAsync(
            accepted,
            TestForms.Whole([TestForms.File("f", "f", "1"), .. Enumerable.Repeat(TestForms.Field("a", "1"), fields)]),
            FormLimits.Default with
            {
                MaxFields = 3,
            }
        );

    [Theory]
    [InlineData(2048, true)]
    [InlineData(2049, false)]
    public Task A_name_has_at_most_2_KiB(int length, bool accepted) =>
        AssertAsync(accepted, TestForms.Whole(TestForms.Field(new string('n', length), "1")));

    [Theory]
    [InlineData(1 << 20, true)]
    [InlineData((1 << 20) + 1, false)]
    public Task A_value_has_at_most_1_MiB(int length, bool accepted) =>
        AssertAsync(accepted, TestForms.Whole(TestForms.Field("a", new string('v', length))));

    [Fact]
    public Task A_file_has_no_limit_but_that_of_the_body() =>
        AssertAsync(accepted: true, TestForms.Whole(TestForms.File("f", "f", new string('v', 2 << 20))));

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public Task A_part_has_at_most_16_headers(int count, bool accepted) =>
        AssertAsync(
            accepted,
            TestForms.Whole(TestForms.Part("form-data; name=a", "1", new StringBuilder().Insert(0, "X: y\r\n", count - 1).ToString()))
        );

    [Theory]
    [InlineData(16 << 10, true)]
    [InlineData((16 << 10) + 1, false)]
    public Task The_headers_of_a_part_have_at_most_16_KiB(int length, bool accepted)
    {
        var rest = length - "Content-Disposition: form-data; name=a\r\nX: \r\n".Length;
        return AssertAsync(accepted, TestForms.Whole(TestForms.Part("form-data; name=a", "1", $"X: {new string('y', rest)}\r\n")));
    }

    [Fact]
    public Task Headers_without_an_end_are_rejected() =>
        AssertAsync(accepted: false, "--b\r\nContent-Disposition: form-data; name=a\r\nX: " + new string('y', 100_000));

    [Theory]
    [InlineData(70, true)]
    [InlineData(71, false)]
    public void A_boundary_has_at_most_70_characters(int length, bool accepted)
    {
        var boundary = new string('b', length);

        var result = TestForms.Read($"--{boundary}--", $"multipart/form-data; boundary={boundary}");

        Assert.Equal(accepted, result.Succeeded);
    }

    [Theory]
    [InlineData("\r\n--bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    [InlineData("\r\n--")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("b")]
    public async Task Content_that_nearly_is_a_boundary_costs_no_more_than_its_length(string piece)
    {
        var boundary = new string('b', 70);
        var content = new StringBuilder().Insert(0, piece, (8 << 20) / piece.Length).ToString();
        var body = $"--{boundary}\r\nContent-Disposition: form-data; name=a; filename=f\r\n\r\n{content}x\r\n--{boundary}--";
        var clock = Stopwatch.StartNew();

        var result = await TestForms.ReadSpooledAsync(Encoding.ASCII.GetBytes(body), $"multipart/form-data; boundary={boundary}");

        Assert.Equal(content.Length + 1, result.Form!.Files.Single().Length);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    private static async Task AssertAsync(bool accepted, string body, FormLimits? limits = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var results =
            bytes.Length < 100_000
                ? await TestForms.ReadInEveryWayAsync(bytes, TestForms.Multipart, limits)
                : [await TestForms.ReadSpooledAsync(bytes, TestForms.Multipart)];
        Assert.All(results, result => Assert.Equal(accepted ? null : FormFailureKind.LimitExceeded, result.Failure?.Kind));
    }
}

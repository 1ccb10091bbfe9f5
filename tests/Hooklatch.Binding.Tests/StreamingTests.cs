using Hooklatch.Binding.Tests.Http;
using static Hooklatch.Binding.Tests.Http.HooklatchHost;
using static Hooklatch.Binding.Tests.Http.Multipart;

namespace Hooklatch.Binding.Tests;

/// <summary>Bodies as bytes: verified first where a signature covers them, else while they arrive.</summary>
public sealed class StreamingTests(HooklatchHost host) : IClassFixture<HooklatchHost>
{
    public static TheoryData<string> SignedEndpoints =>
        ["/signed/stream", "/signed/pipe", "/signed/request", "/signed/memory", "/signed/context"];

    [Theory]
    [MemberData(nameof(SignedEndpoints))]
    public async Task A_verified_body_is_handed_over_as_it_came(string endpoint)
    {
        foreach (var body in new[] { "text \u00fc", "", new string('x', 200_000) })
        {
            var request = Request.WithBody(endpoint, "text/plain", body);
            Assert.Equal($"200 {body}", (await host.SendAsync(Sign(request))).ToString());
            Assert.Equal($"200 {body}", (await host.SendAsync(Sign(request) with { IsChunked = body.Length < 1000 })).ToString());
        }

        host.AssertNothingLeft();
    }

    [Theory]
    [MemberData(nameof(SignedEndpoints))]
    public async Task A_forged_body_is_not_handed_over(string endpoint)
    {
        var signed = Sign(Request.WithBody(endpoint, "text/plain", "text"));
        Assert.Equal(403, (await host.SendAsync(signed with { Body = "TEXT"u8.ToArray() })).Status);
    }

    [Fact]
    public async Task A_verified_form_is_the_form_of_the_request()
    {
        var request = Post("/signed/form", Field("note", "n"), File("file", "a.txt", "content"));
        var answer = await host.SendAsync(Sign(request));
        Assert.StartsWith("200 {'note': ['n']} [file('file', 'a.txt', 'text/plain', 7, 7, ", answer.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("] true", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_are_handed_over_one_by_one()
    {
        var request = Post("/upload/parts", Field("note", "n"), File("file", "../a.txt", "content"), File("file", "b.txt", ""));
        var answer = await host.SendAsync(request);
        Assert.Equal("200 ['note   n', 'file a.txt text/plain content', 'file b.txt text/plain ']", answer.ToString());
    }

    [Fact]
    public async Task A_part_is_handed_over_before_the_next_one_arrives()
    {
        var answer = await host.SendAsync(Post("/upload/first", Field("first", "1"), Field("second", "2")) with { HeldBack = 30 });
        Assert.Equal("200 first", answer.ToString());
    }

    [Fact]
    public async Task A_stream_is_handed_over_before_the_body_is_complete()
    {
        var answer = await host.SendAsync(Request.WithBody("/upload/stream", "text/plain", "hello, world") with { HeldBack = 5 });
        Assert.Equal("200 [104, 101, 108, 108, 111]", answer.ToString());
    }

    [Fact]
    public async Task Parts_that_are_malformed_are_a_bad_request()
    {
        var cut = Request.WithBody("/upload/parts", ContentType, File("file", "a.txt", "content"));
        var answer = await host.SendAsync(cut);
        Assert.Equal(400, answer.Status);
        Assert.Contains("The form ends before its closing boundary.", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no form-data", "A part needs one Content-Disposition of form-data with a name.")]
    [InlineData("form-data; name=a\r\nno colon", "A header of a part is malformed.")]
    public async Task The_sender_of_a_malformed_part_is_told_why(string disposition, string why)
    {
        var answer = await host.SendAsync(Post("/upload/parts", Field("first", "1"), Part(disposition, "v")));

        Assert.Equal(400, answer.Status);
        Assert.Contains(why, answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n", "The form has a boundary before its first part.")]
    [InlineData("\r", "The form has a boundary before its first part.")]
    public async Task A_boundary_that_others_see_is_a_bad_request(string before, string why)
    {
        foreach (var endpoint in new[] { "/upload/parts", "/file/optional", "/file/one" })
        {
            var body = before + Body(File("file", "a.txt", "content"), Field("last", "1"));
            var answer = await host.SendAsync(Request.WithBody(endpoint, ContentType, body));

            Assert.Equal(400, answer.Status);
            Assert.Contains(why, answer.Body, StringComparison.Ordinal);
        }
    }
}

using Hooklatch.Binding.Tests.Http;
using static Hooklatch.Binding.Tests.Http.Multipart;

namespace Hooklatch.Binding.Tests.Hazards;

/// <summary>A form at a limit is read, one past it is rejected, in both encodings alike.</summary>
public sealed class FormLimitTests(HooklatchHost host) : IClassFixture<HooklatchHost>
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("default", 128, 200)]
    [InlineData("default", 129, 400)]
    [InlineData("own", 3, 200)]
    [InlineData("own", 4, 400)]
    public Task Fields_of_a_urlencoded_form_are_limited(string limits, int fields, int expected) =>
        AssertStatusAsync(limits, UrlEncoded, string.Join('&', Enumerable.Range(0, fields).Select(i => $"f{i}=v")), expected);

    [Theory]
    [InlineData("own", 3, 200)]
    [InlineData("own", 4, 400)]
    public Task Fields_of_a_multipart_form_are_limited(string limits, int fields, int expected) =>
        AssertStatusAsync(limits, ContentType, Body(Many(fields, i => Field($"f{i}", "v"))), expected);

    [Theory]
    [InlineData("default", 128, 200)]
    [InlineData("default", 129, 400)]
    [InlineData("own", 3, 200)]
    [InlineData("own", 4, 400)]
    public Task Repeated_fields_count_one_by_one(string limits, int fields, int expected) =>
        AssertStatusAsync(limits, UrlEncoded, string.Join('&', Enumerable.Repeat("f=v", fields)), expected);

    [Theory]
    [InlineData("default", 32, 200)]
    [InlineData("default", 33, 400)]
    [InlineData("own", 4, 200)]
    [InlineData("own", 5, 400)]
    public Task Parts_are_limited(string limits, int parts, int expected) =>
        AssertStatusAsync(limits, ContentType, Body(Many(parts, i => File($"f{i}", "a.txt", "c"))), expected);

    [Theory]
    [InlineData("default", 2048, 200)]
    [InlineData("default", 2049, 400)]
    [InlineData("own", 8, 200)]
    [InlineData("own", 9, 400)]
    public async Task Names_are_limited(string limits, int length, int expected)
    {
        var name = new string('k', length);
        await AssertStatusAsync(limits, UrlEncoded, $"{name}=v", expected);
        await AssertStatusAsync(limits, ContentType, Body(Field(name, "v")), expected);
    }

    [Theory]
    [InlineData("default", 1 << 20, 200)]
    [InlineData("default", (1 << 20) + 1, 400)]
    [InlineData("own", 16, 200)]
    [InlineData("own", 17, 400)]
    public async Task Values_are_limited(string limits, int length, int expected)
    {
        var value = new string('v', length);
        await AssertStatusAsync(limits, UrlEncoded, $"f={value}", expected);
        await AssertStatusAsync(limits, ContentType, Body(Field("f", value)), expected);
    }

    [Theory]
    [InlineData(16, 200)]
    [InlineData(17, 400)]
    public Task Values_are_measured_after_decoding(int length, int expected) =>
        AssertStatusAsync("own", UrlEncoded, $"f={string.Concat(Enumerable.Repeat("%41", length))}", expected);

    [Theory]
    [InlineData(16, 200)]
    [InlineData(17, 400)]
    public Task Headers_of_a_part_are_limited(int headers, int expected)
    {
        var more = string.Concat(Enumerable.Range(1, headers - 1).Select(i => $"X-{i}: v\r\n"));
        return AssertStatusAsync("default", ContentType, Body(Part("form-data; name=f", "v", more)), expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_past_its_limit_is_too_large(bool isChunked)
    {
        var body = $"f={new string('v', 9000)}";
        var answer = await host.SendAsync(Request.WithBody("/upload/parts", ContentType, body) with { IsChunked = isChunked });
        Assert.Equal(413, answer.Status);
    }

    private static string[] Many(int count, Func<int, string> part) => [.. Enumerable.Range(0, count).Select(part)];

    private async Task AssertStatusAsync(string limits, string contentType, string body, int expected)
    {
        var answer = await host.SendAsync(Request.WithBody($"/limits/{limits}", contentType, body));
        Assert.Equal(expected, answer.Status);
        host.AssertNothingLeft();
    }
}

using Hooklatch.Binding.Tests.Http;
using static Hooklatch.Binding.Tests.Http.Multipart;

namespace Hooklatch.Binding.Tests.Hazards;

/// <summary>The name of a file is a name to show: it leads nowhere and breaks no line.</summary>
public sealed class FileNameTests(HooklatchHost host) : IClassFixture<HooklatchHost>
{
    [Theory]
    [InlineData("filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("filename=\"/etc/passwd\"", "passwd")]
    [InlineData("filename=\"..\\\\..\\\\boot.ini\"", "boot.ini")]
    [InlineData("filename=\"C:\\\\temp\\\\a.txt\"", "a.txt")]
    [InlineData("filename=\"..\"", "file")]
    [InlineData("filename=\"/\"", "file")]
    [InlineData("filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", "passwd")]
    [InlineData("filename*=UTF-8''a%00.txt", "a.txt")]
    [InlineData("filename*=UTF-8''a%0D%0AX-Injected%3A%201.txt", "aX-Injected: 1.txt")]
    [InlineData("filename*=UTF-8''a%E2%80%A8b.txt", "ab.txt")]
    [InlineData("filename=\"a.txt\"; filename*=UTF-8''..%2Fb.txt", "b.txt")]
    public async Task A_file_name_is_never_a_path(string parameter, string shown)
    {
        var answer = await SendAsync(parameter);
        Assert.Equal(200, answer.Status);
        Assert.StartsWith($"file('file', '{shown}', ", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("filename=\"a\0.txt\"")]
    [InlineData("filename=\"a\rb.txt\"")]
    [InlineData("filename=\"a\nb.txt\"")]
    [InlineData("filename=\"a\u001bb.txt\"")]
    public async Task A_file_name_with_raw_control_characters_is_rejected(string parameter) =>
        Assert.Equal(400, (await SendAsync(parameter)).Status);

    private Task<Answer> SendAsync(string parameter) =>
        host.SendAsync(Post("/file/one", Part($"form-data; name=file; {parameter}", "content")));
}

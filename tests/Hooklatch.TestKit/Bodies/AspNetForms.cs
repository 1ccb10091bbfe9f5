using Hooklatch.Bodies.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hooklatch.TestKit.Bodies;

/// <summary>ASP.NET Core's own form reader, which is the reference for values.</summary>
internal static class AspNetForms
{
    public static async Task<IFormCollection> ReadAsync(byte[] body, string contentType)
    {
        var http = new DefaultHttpContext { Request = { ContentType = contentType, Body = new MemoryStream(body) } };
        return await new FormFeature(http.Request).ReadFormAsync();
    }

    /// <summary>Both readers give the same fields and files; only names of files are ours.</summary>
    public static async Task AssertSameAsync(byte[] body, string contentType)
    {
        var theirs = await ReadAsync(body, contentType);
        foreach (var result in await TestForms.ReadInEveryWayAsync(body, contentType))
        {
            Assert.Null(result.Failure);
            Assert.Equal(await DescribeAsync(theirs), await DescribeAsync(result.Form!));
        }
    }

    public static async Task<string[]> DescribeAsync(IFormCollection form)
    {
        var lines = new List<string>();
        foreach (var (key, values) in form)
        {
            lines.Add($"field [{key}] = {string.Join(" | ", values.Select(value => $"[{value}]"))}");
        }

        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            var headers = string.Join(" | ", file.Headers.Select(header => $"{header.Key}: {header.Value}"));
            var name = FileNames.ToDisplayName(file.FileName);
            lines.Add($"file [{file.Name}] [{name}] [{file.ContentType}] {file.Length} {Convert.ToHexString(content.ToArray())} {headers}");
        }

        return [.. lines];
    }
}

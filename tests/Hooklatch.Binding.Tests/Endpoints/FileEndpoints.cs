using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using static Hooklatch.Binding.Tests.Echo;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>Files and whole forms.</summary>
[Unverified("compared with ASP.NET Core")]
internal static class FileEndpoints
{
    [Webhook("/file/one")]
    public static Task<string> One(IFormFile file) => Of(file);

    [Webhook("/file/optional")]
    public static Task<string> Optional(IFormFile? file) => Of(file);

    [Webhook("/file/named")]
    public static Task<string> Named([FromForm(Name = "upload")] IFormFile file, [FromForm] string? note) => Of(file, note);

    [Webhook("/file/list")]
    public static Task<string> List([FromForm(Name = "file")] List<IFormFile> files) => Of(files);

    [Webhook("/file/collection")]
    public static Task<string> Collection(IFormFileCollection files) => Of(files);

    [Webhook("/file/form")]
    public static Task<string> Form(IFormCollection form) => Of(form);
}

using Microsoft.AspNetCore.Http;
using static Hooklatch.Binding.Tests.Echo;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>Forms with limits, and values out of JSON.</summary>
[Unverified("tests of limits")]
internal static class LimitEndpoints
{
    public const int MaxSize = 4 << 20;

    [Webhook("/limits/default", MaxBodySize = MaxSize)]
    public static Task<string> Default(IFormCollection form) => Of(form.Count, form.Files.Count);

    [Webhook("/limits/own", MaxBodySize = MaxSize)]
    [FormLimits(MaxFields = 3, MaxParts = 4, MaxKeyBytes = 8, MaxValueBytes = 16)]
    public static Task<string> Own(IFormCollection form) => Of(form.Count, form.Files.Count);

    [Webhook("/fromjson/name")]
    public static Task<string> FromJson([FromJson("name")] string? name, [FromJson("inner.id")] int? id) => Of(name, id);
}

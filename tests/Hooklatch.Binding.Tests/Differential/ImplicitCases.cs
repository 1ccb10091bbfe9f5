using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests.Differential;

/// <summary>What the type decides, what binds itself, routes, and objects of parameters.</summary>
internal static class ImplicitCases
{
    private const string Id = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private const string Payload = """{"name":"n","count":1}""";

    private static readonly (string Name, string Target)[] Targets =
    [
        ("implicit/text", "/implicit/text?text=t"),
        ("implicit/text with all", "/implicit/text?text=t&number=1&color=green"),
        ("implicit/text absent", "/implicit/text"),
        ("implicit/text without value", "/implicit/text?text"),
        ("implicit/text empty", "/implicit/text?text="),
        ("implicit/text in another case", "/implicit/text?TEXT=t"),
        ("implicit/text twice in another case", "/implicit/text?TEXT=a&text=b"),
        ("implicit/text two mistakes", "/implicit/text?number=x&color=y"),
        ("implicit/text plus", "/implicit/text?text=a+b"),
        ("implicit/text encoded plus", "/implicit/text?text=a%2Bb"),
        ("implicit/text broken escape", "/implicit/text?text=%zz"),
        ("implicit/text cut escape", "/implicit/text?text=%4"),
        ("implicit/text invalid utf-8", "/implicit/text?text=%FF"),
        ("implicit/text nul", "/implicit/text?text=%00"),
        ("implicit/text line break", "/implicit/text?text=%0D%0Ax"),
        ("implicit/text encoded twice", "/implicit/text?text=%2541"),
        ("implicit/text encoded key", "/implicit/text?te%78t=t"),
        ("implicit/text semicolon", "/implicit/text?text=a;number=1"),
        ("implicit/text second handshake mark", "/implicit/text?text=a?number=1"),
        ("implicit/text empty pairs", "/implicit/text?&&text=a&&"),
        ("implicit/text equals sign", "/implicit/text?text=a=b"),
        ("implicit/own", "/implicit/own?price=9.95%20EUR&heat=21C&tag=urgent"),
        ("implicit/own without optional", "/implicit/own?price=9.95%20EUR&tag=urgent"),
        ("implicit/own without required", "/implicit/own?heat=21C"),
        ("implicit/own malformed", "/implicit/own?price=9,95%20EUR&heat=x&tag=1"),
        ("implicit/route", "/implicit/7/route?text=t"),
        ("implicit/route malformed", "/implicit/x/route"),
        ("implicit/route overflow", "/implicit/99999999999/route"),
        ("implicit/route encoded digit", "/implicit/%37/route"),
        ("implicit/route encoded space", "/implicit/%207/route"),
        ("implicit/route text by query only", "/implicit/7/route?id=8"),
        ("implicit/user", "/implicit/user"),
        ("implicit/request", "/implicit/request"),
        ("route/raw slash", "/route/string/a%2Fb"),
        ("route/raw percent", "/route/string/a%25b"),
        ("route/raw broken escape", "/route/string/a%zzb"),
        ("route/raw plus", "/route/string/a+b"),
        ("route/raw encoded plus", "/route/string/a%2Bb"),
        ("route/raw invalid utf-8", "/route/string/%FF"),
        ("route/raw encoded twice", "/route/string/%2541"),
        ("route/raw dot", "/route/string/a.b"),
        ("route/raw dots", "/route/string/..."),
        ("route/raw colon", "/route/string/a:b;c=d,e@f"),
        ("route/raw empty", "/route/string/"),
        ("route/raw one more", "/route/string/a/b"),
        ("route/raw trailing slash", "/route/string/a/"),
        ("route/raw nul", "/route/string/%00"),
        ("route/raw query", "/route/string/a?value=b"),
        ("route/raw encoded handshake mark", "/route/string/a%3Fvalue=b"),
        ("route/raw line break", "/route/string/a%0Ab"),
        ("members/search", "/members/t/search?q=x&page=2"),
        ("members/search defaults", "/members/t/search"),
        ("members/search empty page", "/members/t/search?page="),
        ("members/search malformed", "/members/t/search?page=x"),
        ("members/paging", "/members/paging?page=1&size=2&tag=a&tag=b"),
        ("members/paging in another case", "/members/paging?PAGE=1"),
        ("members/paging absent", "/members/paging"),
        ("members/paging malformed", "/members/paging?page=x&size=y"),
    ];

    public static IEnumerable<Case> All() =>
        [
            .. Targets.Select(target => new Case(target.Name, new Request { Target = target.Target })),
            new("members/search trace", new Request { Target = "/members/t/search" }.WithHeader("X-Trace", Id)),
            new("members/search malformed trace", new Request { Target = "/members/t/search" }.WithHeader("X-Trace", "x")),
            new("members/paging order", new Request { Target = "/members/paging?page=1" }.WithHeader("X-Order", "Blue")),
            new("members/change", Request.WithBody("/members/7/change", "application/json", Payload)),
            new("members/change without body", Request.WithBody("/members/7/change", "application/json", "")),
            new("members/change two mistakes", Request.WithBody("/members/x/change", "application/json", "{")),
            new("implicit/array in the query", new Request { Target = "/implicit/array?numbers=1&numbers=2" }),
            new("implicit/array in the body", Request.WithBody("/implicit/array", "application/json", "[1,2]")),
            new("implicit/get arrays", new Request { Method = "GET", Target = "/implicit/get?numbers=1&numbers=2&texts=a" }),
            new("implicit/get nothing", new Request { Method = "GET", Target = "/implicit/get" }),
            new("implicit/get malformed", new Request { Method = "GET", Target = "/implicit/get?numbers=x" }),
            new("implicit/get by another method", new Request { Method = "POST", Target = "/implicit/get" }),
            .. new[] { "required", "optional" }.SelectMany(BindsItself),
        ];

    private static IEnumerable<Case> BindsItself(string endpoint)
    {
        var bare = new Request { Target = $"/self/{endpoint}" };
        return
        [
            new($"self/{endpoint} present", bare.WithHeader("Tenant", "t").WithHeader("Region", "eu")),
            new($"self/{endpoint} in part", bare.WithHeader("Tenant", "t")),
            new($"self/{endpoint} absent", bare),
        ];
    }
}

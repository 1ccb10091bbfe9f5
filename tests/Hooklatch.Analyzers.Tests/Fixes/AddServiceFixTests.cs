using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Fixes;

/// <summary>HL0057's fix: where the registration goes, and how it is written.</summary>
public class AddServiceFixTests
{
    [Fact]
    public Task The_registration_gets_a_method_beside_the_class_that_asks() =>
        VerifyFix.Turns<AddServiceFix>(
            """
            public sealed class Book;

            public sealed class Hooks(Book book)
            {
                [Webhook("/a"), Unverified("test")]
                public Task<string> On() => Task.FromResult($"{book}");
            }
            """,
            """
            using Microsoft.Extensions.DependencyInjection;

            public sealed class Book;

            public sealed class Hooks(Book book)
            {
                [Webhook("/a"), Unverified("test")]
                public Task<string> On() => Task.FromResult($"{book}");

                [PluginServices]
                public static void Configure(IServiceCollection services) => services.AddScoped<Book>();
            }
            """
        );

    [Theory]
    [InlineData("IClock clock", "AddScoped<IClock, Clock>()")]
    [InlineData("[FromKeyedServices(\"a\")] IClock clock", "AddKeyedScoped<IClock, Clock>(\"a\")")]
    [InlineData("Parts.Inner clock", "AddScoped<Inner>()")]
    public Task The_registration_joins_the_plugins_others(string parameter, string call)
    {
        var rest = $$"""

            public interface IClock;

            public sealed class Clock : IClock;

            public sealed class Hooks({{parameter}})
            {
                [Webhook("/a"), Unverified("test")]
                public Task<string> On() => Task.FromResult($"{clock}");
            }
            """;
        return VerifyFix.Turns<AddServiceFix>(
            $$"""
            using Microsoft.Extensions.DependencyInjection;

            public static class Parts
            {
                [PluginServices]
                public static void Configure(IServiceCollection all) => all.AddSingleton<object>();

                public sealed class Inner;
            }
            {{rest}}
            """,
            $$"""
            using Microsoft.Extensions.DependencyInjection;

            public static class Parts
            {
                [PluginServices]
                public static void Configure(IServiceCollection all)
                {
                    all.AddSingleton<object>();
                    all.{{call}};
                }

                public sealed class Inner;
            }
            {{rest}}
            """
        );
    }

    [Fact]
    public async Task It_is_not_offered_where_there_is_a_choice() =>
        Assert.Empty(
            await VerifyFix.Offers<AddServiceFix>(
                """
                public interface IClock;
                public sealed class Sundial : IClock;
                public sealed class Watch : IClock;

                public sealed class Hooks(IClock clock)
                {
                    [Webhook("/a"), Unverified("test")]
                    public Task<string> On() => Task.FromResult($"{clock}");
                }
                """
            )
        );
}

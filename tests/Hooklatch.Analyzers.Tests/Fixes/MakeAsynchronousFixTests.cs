using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Fixes;

/// <summary>The fix of HL0003: the smallest change that makes a handler asynchronous.</summary>
public class MakeAsynchronousFixTests
{
    [Theory]
    [InlineData("string A() => \"hello\";", "Task<string> A() => Task.FromResult(\"hello\");")]
    [InlineData("string? A() => null;", "Task<string?> A() => Task.FromResult<string?>(null);")]
    [InlineData("(string, int) A() => (\"made\", 201);", "Task<(string, int)> A() => Task.FromResult((\"made\", 201));")]
    [InlineData(
        "Microsoft.AspNetCore.Http.IResult A() => Microsoft.AspNetCore.Http.TypedResults.Ok();",
        "Task<Microsoft.AspNetCore.Http.IResult> A() => Task.FromResult<Microsoft.AspNetCore.Http.IResult>(Microsoft.AspNetCore.Http.TypedResults.Ok());"
    )]
    [InlineData("string A() => throw new NotSupportedException();", "Task<string> A() => throw new NotSupportedException();")]
    [InlineData("Task<string>? A() => Task.FromResult(\"\");", "Task<string> A() => Task.FromResult(\"\");")]
    [InlineData(
        "System.Threading.Tasks.ValueTask? A() => default(ValueTask);",
        "System.Threading.Tasks.ValueTask A() => default(ValueTask);"
    )]
    [InlineData("async void A() => await Task.Yield();", "async Task A() => await Task.Yield();")]
    [InlineData("string A() => await Task.FromResult(\"\");", "async Task<string> A() => await Task.FromResult(\"\");")]
    public Task One_line_stays_one_line(string before, string after) =>
        VerifyFix.Turns<MakeAsynchronousFix>(Handler(before), Handler(after));

    [Fact]
    public Task Returned_values_are_wrapped_but_not_those_of_functions_inside() =>
        VerifyFix.Turns<MakeAsynchronousFix>(
            Handler(
                """
                string A(string name)
                    {
                        // A guest has no name.
                        if (name.Length == 0)
                        {
                            return "guest"; // so be it
                        }

                        Func<string> shout = () => { return name.ToUpperInvariant(); };
                        return Inner();

                        string Inner()
                        {
                            return shout();
                        }
                    }
                """
            ),
            Handler(
                """
                Task<string> A(string name)
                    {
                        // A guest has no name.
                        if (name.Length == 0)
                        {
                            return Task.FromResult("guest"); // so be it
                        }

                        Func<string> shout = () => { return name.ToUpperInvariant(); };
                        return Task.FromResult(Inner());

                        string Inner()
                        {
                            return shout();
                        }
                    }
                """
            )
        );

    [Fact]
    public Task A_body_without_a_value_ends_in_a_completed_task() =>
        VerifyFix.Turns<MakeAsynchronousFix>(
            Handler(
                """
                void A(string name)
                    {
                        if (name.Length == 0)
                        {
                            return;
                        }

                        Console.WriteLine(name);
                    }
                """
            ),
            Handler(
                """
                Task A(string name)
                    {
                        if (name.Length == 0)
                        {
                            return Task.CompletedTask;
                        }

                        Console.WriteLine(name);
                        return Task.CompletedTask;
                    }
                """
            )
        );

    [Fact]
    public Task An_empty_body_gets_its_return() =>
        VerifyFix.Turns<MakeAsynchronousFix>(
            Handler("void A() { }"),
            Handler(
                """
                Task A()
                    {
                        return Task.CompletedTask;
                    }
                """
            )
        );

    [Fact]
    public Task An_expression_without_a_value_becomes_a_body() =>
        VerifyFix.Turns<MakeAsynchronousFix>(
            Handler("void A() => Console.WriteLine();"),
            Handler(
                """
                Task A()
                    {
                        Console.WriteLine();
                        return Task.CompletedTask;
                    }
                """
            )
        );

    [Fact]
    public Task A_body_that_never_ends_needs_no_return() =>
        VerifyFix.Turns<MakeAsynchronousFix>(
            Handler("void A() { throw new NotSupportedException(); }"),
            Handler("Task A() { throw new NotSupportedException(); }")
        );

    [Theory]
    [InlineData("public class Hooks { @ public virtual void A() { } }")]
    [InlineData("public class Hooks { @ public IEnumerable<int> A() { yield return 1; } }")]
    [InlineData("public interface IHooks { void A(); } public class Hooks : IHooks { @ public void A() { } }")]
    [InlineData("public class Hooks { private int _a; @ public ref int A() => ref _a; }")]
    public async Task What_others_must_match_or_a_task_cannot_hold_is_left_alone(string source) =>
        Assert.Empty(
            await VerifyFix.Offers<MakeAsynchronousFix>(
                source.Replace("@", """[Webhook("/a"), Unverified("test")]""", StringComparison.Ordinal)
            )
        );

    private static string Handler(string method) =>
        $$"""
            public static class Hooks
            {
                [Webhook("/a"), Unverified("test")]
                public static {{method}}
            }
            """;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Tests;

/// <summary>The two rules of style that the build enforces in src and generators (IDE0161 and IDE0040), for tests, whose build leaves them out.</summary>
public sealed class TestSourceStyleTests
{
    private static readonly string Tests = Path.GetFullPath(Path.Combine(Fixture.Snapshot.Folder, "..", ".."));

    [Fact]
    public void Every_file_has_one_namespace_for_all_of_it_and_every_member_says_who_may_use_it()
    {
        var files = Directory.EnumerateFiles(Tests, "*.cs", SearchOption.AllDirectories).Where(IsWritten).ToArray();

        Assert.True(files.Length > 300, "The tests are somewhere else.");
        Assert.Empty(
            files.SelectMany(file => Problems(File.ReadAllText(file)).Select(problem => $"{Path.GetRelativePath(Tests, file)}: {problem}"))
        );
    }

    [Theory]
    [InlineData("namespace A { public class B; }", "namespace A")]
    [InlineData("class B;", "B")]
    [InlineData("public class B { int c; }", "int c")]
    [InlineData("public class B { B() { } }", "B()")]
    [InlineData("public class B { void C() { } }", "void C()")]
    [InlineData("public class B { int C => 1; }", "int C")]
    [InlineData("public class B { enum C { D } }", "C")]
    public void What_does_not_is_named(string source, string member) =>
        Assert.Contains(member, Assert.Single(Problems(source)), StringComparison.Ordinal);

    [Theory]
    [InlineData("namespace A; public class B { static B() { } ~B() { } private int c; void IDisposable.Dispose() { } }")]
    [InlineData("internal interface IB { void C(); int D { get; } }")]
    [InlineData("public partial class B { partial void C(); } file class D;")]
    public void What_does_is_not(string source) => Assert.Empty(Problems(source));

    private static bool IsWritten(string path) =>
        !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules")
        && !path.Contains(".verified.", StringComparison.Ordinal)
        && !path.Contains(".received.", StringComparison.Ordinal);

    private static IEnumerable<string> Problems(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken).GetRoot();
        return root.DescendantNodes()
            .OfType<MemberDeclarationSyntax>()
            .Where(IsAgainstTheRules)
            .Select(member => member.ToString().Split('\n')[0]);
    }

    private static bool IsAgainstTheRules(MemberDeclarationSyntax member) =>
        member switch
        {
            NamespaceDeclarationSyntax => true,
            BaseNamespaceDeclarationSyntax or GlobalStatementSyntax or EnumMemberDeclarationSyntax or DestructorDeclarationSyntax => false,
            MethodDeclarationSyntax { ExplicitInterfaceSpecifier: not null }
            or PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: not null } => false,
            EventDeclarationSyntax { ExplicitInterfaceSpecifier: not null }
            or IndexerDeclarationSyntax { ExplicitInterfaceSpecifier: not null } => false,
            { Parent: InterfaceDeclarationSyntax } => false,
            ConstructorDeclarationSyntax when Has(member, SyntaxKind.StaticKeyword) => false,
            MethodDeclarationSyntax when Has(member, SyntaxKind.PartialKeyword) => false,
            _ => !member.Modifiers.Any(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind()))
                && !Has(member, SyntaxKind.FileKeyword),
        };

    private static bool Has(MemberDeclarationSyntax member, SyntaxKind kind) => member.Modifiers.Any(kind);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Analyzers.Tests.Mutations;

/// <summary>Changes one thing in a plugin's source, as somebody does who is in the middle of writing it or does not know better.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Types =
    [
        "int",
        "int?",
        "string?",
        "object",
        "dynamic",
        "void",
        "Missing",
        "Missing<int>",
        "System.IO.Stream",
        "Span<byte>",
        "int*",
        "(int, string)",
        "int[,]",
        "byte[]",
        "List<>",
        "List<string?>",
        "List<List<int>>",
        "Dictionary<int, string>",
        "Dictionary<string, object>",
        "Task",
        "Task<int>",
        "Task<(int, int)>",
        "ValueTask<object>",
        "Action",
        "DayOfWeek",
        "Uri",
        "nint",
        "IServiceProvider",
        "IAsyncDisposable",
        "Microsoft.AspNetCore.Http.HttpContext",
        "Microsoft.AspNetCore.Http.IFormFile",
        "ShopConfig",
        "Order",
        "IShop",
        "var",
    ];

    private static readonly string[] Expressions =
    [
        "null",
        "\"\"",
        "\"no/slash\"",
        "\"/{a}/{a}\"",
        "\"/\\\"\\u2028\\n\"",
        "0",
        "-1",
        "1.5",
        "'c'",
        "true",
        "typeof(int)",
        "typeof(List<>)",
        "nameof(Missing)",
        "new string[0]",
        "[]",
        "DayOfWeek.Friday",
        "(DayOfWeek)99",
        "default",
        "missing",
        "\"[*].\"",
    ];

    private static readonly SyntaxKind[] Modifiers =
    [
        SyntaxKind.PrivateKeyword,
        SyntaxKind.ProtectedKeyword,
        SyntaxKind.InternalKeyword,
        SyntaxKind.PublicKeyword,
        SyntaxKind.StaticKeyword,
        SyntaxKind.AbstractKeyword,
        SyntaxKind.VirtualKeyword,
        SyntaxKind.SealedKeyword,
        SyntaxKind.AsyncKeyword,
        SyntaxKind.PartialKeyword,
        SyntaxKind.FileKeyword,
        SyntaxKind.RequiredKeyword,
        SyntaxKind.ReadOnlyKeyword,
        SyntaxKind.UnsafeKeyword,
        SyntaxKind.NewKeyword,
    ];

    private static readonly string[] Names =
    [
        "@class",
        "await",
        "field",
        "value",
        "_",
        "global",
        "Größe",
        "services",
        "http",
        "System",
        "Hooklatch",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The source with one change, or two.</summary>
    public string Mutate(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        for (var changes = _random.Next(1, 3); changes > 0; changes--)
        {
            root = CSharpSyntaxTree.ParseText(Change(root).ToFullString()).GetRoot();
        }

        return root.ToFullString();
    }

    private SyntaxNode Change(SyntaxNode root) =>
        _random.Next(10) switch
        {
            0 or 1 => Replace<TypeSyntax>(root, type => SyntaxFactory.ParseTypeName(Any(Types)).WithTriviaFrom(type)),
            2 => Replace<AttributeArgumentSyntax>(
                root,
                argument => argument.WithExpression(SyntaxFactory.ParseExpression(Any(Expressions)))
            ),
            3 or 4 => Replace<MemberDeclarationSyntax>(root, WithOtherModifiers),
            5 => Remove<AttributeSyntax>(root, attribute => attribute.Parent!.ChildNodes().Count() == 1 ? attribute.Parent! : attribute),
            6 => Replace<ParameterSyntax>(root, WithOtherPassing),
            7 => Rename(root),
            8 => Remove<MemberDeclarationSyntax>(root, member => member),
            _ => Replace<MemberDeclarationSyntax>(root, WithTypeParameter),
        };

    private SyntaxNode Replace<T>(SyntaxNode root, Func<T, SyntaxNode> change)
        where T : SyntaxNode
    {
        var nodes = root.DescendantNodes().OfType<T>().ToArray();
        return nodes.Length == 0 ? root : Replaced(root, nodes[_random.Next(nodes.Length)], change);
    }

    private static SyntaxNode Replaced<T>(SyntaxNode root, T node, Func<T, SyntaxNode> change)
        where T : SyntaxNode
    {
        try
        {
            return root.ReplaceNode(node, change(node));
        }
        catch (InvalidCastException)
        {
            // Some places take only a part of what the type of the node promises.
            return root;
        }
    }

    private SyntaxNode Remove<T>(SyntaxNode root, Func<T, SyntaxNode> what)
        where T : SyntaxNode
    {
        var nodes = root.DescendantNodes().OfType<T>().ToArray();
        return nodes.Length == 0
            ? root
            : root.RemoveNode(what(nodes[_random.Next(nodes.Length)]), SyntaxRemoveOptions.KeepNoTrivia) ?? root;
    }

    private SyntaxNode Rename(SyntaxNode root)
    {
        var tokens = root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).ToArray();
        var old = Any(tokens).Text;
        var name = Any(Names);
        // Everywhere, or only where it stands.
        var renamed =
            _random.Next(2) == 0 ? tokens.Where(token => token.Text == old) : [Any([.. tokens.Where(token => token.Text == old)])];
        return root.ReplaceTokens(renamed, (token, _) => SyntaxFactory.ParseToken(name).WithTriviaFrom(token));
    }

    private MemberDeclarationSyntax WithOtherModifiers(MemberDeclarationSyntax member)
    {
        var modifiers = member.Modifiers;
        var without = modifiers.Count > 0 && _random.Next(2) == 0 ? modifiers.RemoveAt(_random.Next(modifiers.Count)) : modifiers;
        var added = SyntaxFactory.Token(Any(Modifiers)).WithTrailingTrivia(SyntaxFactory.Space);
        return member.WithModifiers(_random.Next(3) == 0 ? without : without.Insert(0, added));
    }

    private ParameterSyntax WithOtherPassing(ParameterSyntax parameter) =>
        _random.Next(3) == 0
            ? parameter.WithDefault(SyntaxFactory.EqualsValueClause(SyntaxFactory.ParseExpression(Any(Expressions))))
            : parameter.WithModifiers([
                SyntaxFactory
                    .Token(
                        Any([
                            SyntaxKind.RefKeyword,
                            SyntaxKind.OutKeyword,
                            SyntaxKind.InKeyword,
                            SyntaxKind.ParamsKeyword,
                            SyntaxKind.ThisKeyword,
                        ])
                    )
                    .WithTrailingTrivia(SyntaxFactory.Space),
            ]);

    private static MemberDeclarationSyntax WithTypeParameter(MemberDeclarationSyntax member)
    {
        var parameters = SyntaxFactory.TypeParameterList([SyntaxFactory.TypeParameter("TMutant")]);
        return member switch
        {
            MethodDeclarationSyntax method => method.WithTypeParameterList(parameters),
            TypeDeclarationSyntax type => type.WithTypeParameterList(parameters),
            _ => member,
        };
    }

    private T Any<T>(T[] of) => of[_random.Next(of.Length)];
}

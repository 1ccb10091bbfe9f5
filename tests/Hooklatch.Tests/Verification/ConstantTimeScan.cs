using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Tests.Verification;

/// <summary>
/// Finds comparisons that end at the first difference and so tell a sender how much of a guess was right: of bytes by anything but
/// <c>CryptographicOperations.FixedTimeEquals</c>, and of text for equality.
/// </summary>
internal static class ConstantTimeScan
{
    private static readonly string[] Comparers =
    [
        "Equals",
        "SequenceEqual",
        "SequenceCompareTo",
        "CompareTo",
        "Compare",
        "CompareOrdinal",
        "StartsWith",
        "EndsWith",
        "Contains",
        "IndexOf",
        "CommonPrefixLength",
        "IsSupersetOf",
        "Except",
    ];

    private static readonly CSharpCompilation Framework = CSharpCompilation.Create(
        "scan",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Hooklatch", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
    );

    private static readonly SyntaxTree ImplicitUsings = CSharpSyntaxTree.ParseText(
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading.Tasks;"
    );

    /// <param name="sources">Everything that the code needs to be understood.</param>
    /// <param name="isScanned">Which files are searched.</param>
    public static string[] Find(IEnumerable<(string File, string Text)> sources, Func<string, bool> isScanned)
    {
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, path: source.File)).ToArray();
        var compilation = Framework.AddSyntaxTrees([.. trees, ImplicitUsings]);
        return
        [
            .. trees.Where(tree => isScanned(tree.FilePath)).SelectMany(tree => Find(tree.GetRoot(), compilation.GetSemanticModel(tree))),
        ];
    }

    private static IEnumerable<string> Find(SyntaxNode root, SemanticModel model) =>
        root.DescendantNodes()
            .Where(node =>
                node switch
                {
                    BinaryExpressionSyntax
                    {
                        RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression
                    } comparison => IsSensitive(model, comparison.Left) && IsSensitive(model, comparison.Right),
                    InvocationExpressionSyntax call => IsComparer(call, model),
                    _ => false,
                }
            )
            .Select(node => $"{Path.GetFileName(node.SyntaxTree.FilePath)}: {node}");

    private static bool IsComparer(InvocationExpressionSyntax call, SemanticModel model)
    {
        var name = call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.Text : call.Expression.ToString();
        var operands = call.ArgumentList.Arguments.Select(argument => argument.Expression);
        operands = call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } ? operands.Append(receiver) : operands;
        // A prefix or a separator is public; only whole texts may be secrets.
        var isPublic = name is "StartsWith" or "EndsWith" or "Contains" or "IndexOf";
        return Comparers.Contains(name)
            && operands.Any(operand => IsBytes(model.GetTypeInfo(operand).Type) || (!isPublic && IsSensitive(model, operand)));
    }

    private static bool IsSensitive(SemanticModel model, ExpressionSyntax operand) =>
        model.GetTypeInfo(operand).Type is { } type
        && (IsBytes(type) || type.SpecialType is SpecialType.System_String || IsSpanOf(type, SpecialType.System_Char));

    private static bool IsBytes(ITypeSymbol? type) =>
        type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } || IsSpanOf(type, SpecialType.System_Byte);

    private static bool IsSpanOf(ITypeSymbol? type, SpecialType element) =>
        type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", TypeArguments: [var argument] }
        && argument.SpecialType == element;
}

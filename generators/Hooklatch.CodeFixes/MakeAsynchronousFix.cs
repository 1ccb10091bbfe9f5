using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Hooklatch.CodeFixes;

/// <summary>
/// HL0003: returns a task. A body that awaits becomes <c>async</c>; any other keeps its shape and returns what is complete already.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MakeAsynchronousFix() : HooklatchCodeFix(Descriptors.NotAsynchronous)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (
            finding.Node is NullableTypeSyntax { ElementType: var task } nullable
            && IsTask(finding.Model.GetTypeInfo(task, cancellation).Type)
        )
        {
            yield return finding.Replace("Return no null", nullable, () => task.WithTriviaFrom(nullable));
        }
        else if (
            finding.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && finding.Model.GetDeclaredSymbol(method, cancellation) is { } symbol
            && CanChange(symbol, method)
        )
        {
            yield return finding.Replace("Return a task", method, () => new Rewriting(finding, method, symbol).Apply());
        }
    }

    private static bool IsTask(ITypeSymbol? type) =>
        type.Is(Names.Task) || type.Is(Names.TaskOf) || type.Is(Names.ValueTask) || type.Is(Names.ValueTaskOf);

    /// <summary>Declarations that others must match, and bodies that a task cannot stand for, are their author's to change.</summary>
    private static bool CanChange(IMethodSymbol symbol, MethodDeclarationSyntax method) =>
        symbol is { IsOverride: false, IsVirtual: false, IsAbstract: false, ReturnsByRef: false, ReturnsByRefReadonly: false }
        && symbol.DeclaringSyntaxReferences.Length == 1
        && !symbol.ReturnType.IsRefLikeType
        && !symbol.ImplementsInterface()
        && !Own<YieldStatementSyntax>(method).Any();

    /// <summary>The nodes of a method's own body, not those of functions inside it.</summary>
    private static IEnumerable<T> Own<T>(MethodDeclarationSyntax method)
        where T : SyntaxNode =>
        method.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<T>();

    private sealed record Rewriting(Finding Finding, MethodDeclarationSyntax Method, IMethodSymbol Symbol)
    {
        private SyntaxGenerator Generator => Finding.Generator;

        public SyntaxNode Apply()
        {
            var awaits = Own<AwaitExpressionSyntax>(Method).Any() || Method.Modifiers.Any(SyntaxKind.AsyncKeyword);
            var body =
                awaits ? WithAsync(Method)
                : Symbol.ReturnsVoid ? ReturnCompleted(Method)
                : WrapReturns(Method);
            return Generator.WithType(body, TaskType().WithTriviaFrom(Method.ReturnType));
        }

        private SyntaxNode TaskType()
        {
            if (Symbol.ReturnsVoid)
            {
                return Finding.TypeName(Names.Task);
            }

            var task = Finding.Model.Compilation.GetTypeByMetadataName(Names.TaskOf)!;
            return Generator.TypeExpression(task.Construct([Symbol.ReturnType], [Symbol.ReturnType.NullableAnnotation]));
        }

        private static MethodDeclarationSyntax WithAsync(MethodDeclarationSyntax method) =>
            method.Modifiers.Any(SyntaxKind.AsyncKeyword)
                ? method
                : method.AddModifiers(SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space));

        /// <summary>A body that returns nothing returns a completed task, at its end and wherever it left early.</summary>
        private MethodDeclarationSyntax ReturnCompleted(MethodDeclarationSyntax method)
        {
            var last = (StatementSyntax)Generator.ReturnStatement(CompletedTask()).WithAdditionalAnnotations(Formatter.Annotation);
            if (method.ExpressionBody is not null || method.Body is { Statements.Count: 0 })
            {
                var only = method.ExpressionBody is { } arrow
                    ? [(StatementSyntax)Generator.ExpressionStatement(arrow.Expression), last]
                    : new[] { last };
                return method
                    .WithExpressionBody(null)
                    .WithSemicolonToken(default)
                    .WithBody(SyntaxFactory.Block(only).WithTrailingTrivia(method.GetTrailingTrivia()))
                    .WithAdditionalAnnotations(Formatter.Annotation);
            }

            var isEndReached = Finding.Model.AnalyzeControlFlow(method.Body!) is { EndPointIsReachable: true };
            var changed = method.ReplaceNodes(
                Own<ReturnStatementSyntax>(method),
                (_, old) => Generator.ReturnStatement(CompletedTask()).WithTriviaFrom(old)
            );
            return isEndReached ? changed.AddBodyStatements(last) : changed;
        }

        private MethodDeclarationSyntax WrapReturns(MethodDeclarationSyntax method)
        {
            var returned = Own<ReturnStatementSyntax>(method)
                .Select(statement => statement.Expression)
                .Append(method.ExpressionBody?.Expression)
                .OfType<ExpressionSyntax>()
                .Where(expression => expression is not ThrowExpressionSyntax);
            return method.ReplaceNodes(returned, (old, value) => FromResult(old, value).WithTriviaFrom(value));
        }

        /// <summary>The type argument is left to inference where that finds the handler's own type.</summary>
        private SyntaxNode FromResult(ExpressionSyntax old, ExpressionSyntax value)
        {
            var info = Finding.Model.GetTypeInfo(old);
            var isInferred =
                SymbolEqualityComparer.Default.Equals(info.Type, Symbol.ReturnType)
                && Symbol.ReturnType.NullableAnnotation is not NullableAnnotation.Annotated;
            SyntaxNode name = isInferred
                ? Generator.IdentifierName("FromResult")
                : Generator.GenericName("FromResult", Generator.TypeExpression(Symbol.ReturnType));
            return Generator.InvocationExpression(
                Generator.MemberAccessExpression(Finding.TypeName(Names.Task), name),
                value.WithoutTrivia()
            );
        }

        private SyntaxNode CompletedTask() => Generator.MemberAccessExpression(Finding.TypeName(Names.Task), "CompletedTask");
    }
}

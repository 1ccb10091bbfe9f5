using System.Composition;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Hooklatch.CodeFixes;

/// <summary>
/// Turns a webhook into a route. It is offered where nothing gets lost: nobody is verified, and the method takes and answers what a minimal API does too.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp), Shared]
internal sealed class ConvertToRouteRefactoring : CodeRefactoringProvider
{
    private const string Title = "Turn this webhook into a route";
    private const string Extensions = "Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions";

    private static readonly string[] Verbs = ["Get", "Post", "Put", "Patch", "Delete"];

    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (
            await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root
            && await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is { } model
            && root.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Parent: TypeDeclarationSyntax type } method
            && model.GetDeclaredSymbol(method, context.CancellationToken) is { } symbol
            && symbol.Attribute(Names.Webhook) is { } webhook
            && CanBeRoute(symbol)
        )
        {
            var finding = new Finding(context.Document, root, model, method);
            context.RegisterRefactoring(
                CodeAction.Create(Title, _ => Task.FromResult(Turn(finding, type, method, webhook)), equivalenceKey: Title)
            );
        }
    }

    private static bool CanBeRoute(IMethodSymbol method) =>
        !method.IsGenericMethod
        && method.Attribute(Names.Unverified) is not null
        && method.ReturnType is not INamedTypeSymbol { TypeArguments: [{ IsTupleType: true }] }
        && RouteHandler.IsPossible(method)
        && method.Parameters.All(parameter =>
            !IsOurs(parameter.Type) && parameter.GetAttributes().All(attribute => !IsOurs(attribute.AttributeClass))
        )
        && method
            .GetAttributes()
            .Select(attribute => attribute.AttributeClass)
            .All(attribute => !IsOurs(attribute) || IsOfWebhook(attribute))
        // What stands on the class is metadata of its webhooks, and would not be of a route.
        && method
            .ContainingType.SelfAndBases()
            .SelectMany(type => type.GetAttributes())
            .All(attribute => attribute.AttributeClass?.ContainingNamespace.ToDisplayString().Split('.')[0] == "System");

    private static bool IsOfWebhook(ITypeSymbol? attribute) => attribute.Is(Names.Webhook) || attribute.Is(Names.Unverified);

    private static bool IsOurs(ITypeSymbol? type) => type?.ContainingAssembly?.Name == "Hooklatch";

    private static Document Turn(Finding finding, TypeDeclarationSyntax type, MethodDeclarationSyntax method, AttributeData webhook)
    {
        var kept = finding.Model.GetDeclaredSymbol(method)!.GetAttributes().Where(attribute => !IsOurs(attribute.AttributeClass)).ToArray();
        var lists = method
            .AttributeLists.Select(list =>
                list.WithAttributes([
                    .. list.Attributes.Where(attribute => kept.Any(data => data.ApplicationSyntaxReference?.Span == attribute.Span)),
                ])
            )
            .Where(list => list.Attributes.Count > 0);
        var route = method.WithAttributeLists([.. lists]).WithLeadingTrivia(method.GetLeadingTrivia());
        var turned = type.ReplaceNode(method, route);
        var existing = type.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(candidate => MapsRoutes(candidate, finding.Model));
        var handler = RouteHandler.Of(finding, finding.Model.GetDeclaredSymbol(method)!, route);
        var call = Call(handler, webhook, existing?.ParameterList.Parameters[0].Identifier.Text ?? "routes");
        turned = existing is null
            ? turned.AddMembers(NewMethod(finding, type, call))
            : turned.ReplaceNode(turned.Members[type.Members.IndexOf(existing)], Extended(existing, call));
        var root = finding.Root.ReplaceNode(type, turned);
        return finding.Document.WithSyntaxRoot(IsImported(finding) ? root : Import(root, finding));
    }

    private static bool MapsRoutes(MethodDeclarationSyntax method, SemanticModel model) =>
        model.GetDeclaredSymbol(method)?.Attribute(Names.PluginRoutes) is not null && method.ParameterList.Parameters.Count == 1;

    private static string Call(string handler, AttributeData webhook, string routes)
    {
        var endpoint = Literal.String(webhook.Positional<string>(0) ?? "");
        var methods = webhook.NamedStrings("Methods") ?? [];
        var verb =
            methods.Length == 1 ? Verbs.FirstOrDefault(verb => string.Equals(verb, methods[0], StringComparison.OrdinalIgnoreCase)) : null;
        var map =
            methods.Length == 0 ? $"Map({endpoint}, {handler})"
            : verb is not null ? $"Map{verb}({endpoint}, {handler})"
            : $"MapMethods({endpoint}, [{string.Join(", ", methods.Select(Literal.String))}], {handler})";
        return $"{routes}.{map}{With("Summary", webhook.Named<string>("Name"))}{With("Description", webhook.Named<string>("Description"))}";
    }

    private static string With(string what, string? text) => text is null ? "" : $".With{what}({Literal.String(text)})";

    private static MethodDeclarationSyntax NewMethod(Finding finding, TypeDeclarationSyntax type, string call)
    {
        var taken = finding.Model.GetDeclaredSymbol(type)!.GetMembers().Select(member => member.Name).ToArray();
        var name = taken.Contains("Map") ? new NameScope(taken).Unique("MapRoutes") : "Map";
        var method = (MethodDeclarationSyntax)
            SyntaxFactory.ParseMemberDeclaration($"[PluginRoutes]\npublic static void {name}(RouteGroupBuilder routes) => {call};\n")!;
        return method
            .ReplaceNode(method.ParameterList.Parameters[0].Type!, finding.TypeName(Names.RouteGroup))
            .WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
    }

    private static MethodDeclarationSyntax Extended(MethodDeclarationSyntax method, string call)
    {
        var statement = SyntaxFactory.ParseStatement($"{call};\n");
        var body =
            method.Body?.AddStatements(statement)
            ?? SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(method.ExpressionBody!.Expression), statement);
        return method
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithBody(body)
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
    }

    /// <summary>The extension methods that map routes stand in a namespace that a class library does not import by itself.</summary>
    private static bool IsImported(Finding finding) =>
        finding.Model.Compilation.GetTypeByMetadataName(Extensions) is not { } extensions
        || finding.Model.LookupNamespacesAndTypes(finding.Node.SpanStart, name: extensions.Name).Any();

    private static SyntaxNode Import(SyntaxNode root, Finding finding) =>
        finding.Generator.AddNamespaceImports(root, finding.Generator.NamespaceImportDeclaration("Microsoft.AspNetCore.Builder"));
}

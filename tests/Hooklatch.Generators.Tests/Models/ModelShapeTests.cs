using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Configuration;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Link;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Tests.Models;

public sealed class ModelShapeTests
{
    public static TheoryData<Type> Models => [.. ModelShape.Models];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_is_made_of_values(Type model) => Assert.Empty(ModelShape.Offences(model));

    [Fact]
    public void The_models_are_found() =>
        Assert.Superset(
            new HashSet<Type> { typeof(HandlerModel), typeof(ConfigModel), typeof(LinkModel), typeof(Generators.FromJson.JsonItemModel) },
            ModelShape.Models.ToHashSet()
        );

    [Theory]
    [InlineData(typeof(Holding<ISymbol>))]
    [InlineData(typeof(Holding<INamedTypeSymbol>))]
    [InlineData(typeof(Holding<Location>))]
    [InlineData(typeof(Holding<SyntaxNode>))]
    [InlineData(typeof(Holding<MethodDeclarationSyntax>))]
    [InlineData(typeof(Holding<SyntaxReference>))]
    [InlineData(typeof(Holding<Compilation>))]
    [InlineData(typeof(Holding<AttributeData>))]
    [InlineData(typeof(Holding<TypedConstant>))]
    [InlineData(typeof(Holding<Optional<ISymbol>>))]
    [InlineData(typeof(Holding<ImmutableArray<string>>))]
    [InlineData(typeof(Holding<string[]>))]
    [InlineData(typeof(Holding<List<string>>))]
    [InlineData(typeof(Holding<IReadOnlyList<string>>))]
    [InlineData(typeof(Holding<(string, ISymbol)>))]
    [InlineData(typeof(Holding<object>))]
    [InlineData(typeof(Holding<Func<string>>))]
    [InlineData(typeof(Holding<Holding<EquatableArray<Holding<Location>>>>))]
    [InlineData(typeof(Hiding))]
    public void The_guard_bites(Type model) => Assert.NotEmpty(ModelShape.Offences(model));

    private sealed record Holding<T>(T Value) : IEquatable<Holding<T>>;

    private sealed record Hiding
    {
        private readonly Location _location = Location.None;

        public override string ToString() => $"{_location}";
    }
}

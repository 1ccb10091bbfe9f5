using System.Runtime.CompilerServices;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Tests.Incrementality;

/// <summary>A key in a body has the declarations of its own file read again; whatever may change what a declaration means has all of them read.</summary>
public sealed class DeclarationMemoryTests
{
    private const string First = """
        public class First(int number) : System.Collections.ArrayList
        {
            private const int Size = 3;

            public First() : this(1) { System.Console.Write(1); }

            [System.Obsolete] public int A() { /* here */ return number; }

            [System.Obsolete] public int B() => 2;

            public int C => 4;

            #region Accessors
            public int E { get { return 5; } set { field = value; } }
            #endregion

            [System.Obsolete] public int F() { return 6; }
        }
        """;

    private const string Second = """
        namespace Inner
        {
            public static class Second
            {
                [System.Obsolete] public static void D() { System.Console.Write(First.Size); }
            }
        }
        """;

    [Theory]
    [InlineData("/* here */", "/* there */")]
    [InlineData("/* here */", "")]
    [InlineData("return number", "return number.")]
    [InlineData("return number;", "")]
    [InlineData("return number;", "if (number > 1) { return 7; } int Local() { return 8; } return Local();")]
    [InlineData("=> 2", "=> 22")]
    [InlineData("=> 2", "=>")]
    [InlineData("Write(1)", "Read()")]
    [InlineData("return 6", "return 66")]
    public void A_body_has_its_own_file_read_again(string old, string @new) =>
        Assert.Equal(["A", "B", "F"], ReadAfter(Replace(0, old, @new)));

    [Theory]
    [InlineData("/* here */", "\n#nullable disable\n")]
    [InlineData("/* here */", "\n#if DEBUG\n#endif\n")]
    [InlineData("=> 2;", "=> 2\n#nullable disable\n;")]
    [InlineData("=> 2;", "=>\n#nullable disable\n2;")]
    [InlineData("A() {", "A()\n#nullable disable\n{")]
    [InlineData("return number; }", "return number;")]
    [InlineData("/* here */", "}")]
    [InlineData("/* here */", "/* here")]
    [InlineData("/* here */", "\"")]
    [InlineData("{ /* here */ return number; }", ";")]
    [InlineData("=> 2;", "{ return 2; }")]
    [InlineData("=> 2;", "=> 2")]
    [InlineData("=> 4", "=> 44")]
    [InlineData("return 5", "return field")]
    [InlineData("Size = 3", "Size = 4")]
    [InlineData("this(1)", "this(2)")]
    [InlineData("return 6; }", "return 6; } public int G;")]
    [InlineData("public int B", "public long B")]
    [InlineData("[System.Obsolete] public int B", "[System.Obsolete(\"\")] public int B")]
    [InlineData("public int C", "/// <summary>The third.</summary>\npublic int C")]
    [InlineData("class First", "struct First")]
    public void Anything_else_has_every_file_read_again(string old, string @new) => Assert.Contains("D", ReadAfter(Replace(0, old, @new)));

    [Fact]
    public void A_body_in_a_namespace_has_its_own_file_read_again() => Assert.Equal(["D"], ReadAfter(Replace(1, "First.Size", "1")));

    [Fact]
    public void Nothing_is_read_again_where_nothing_is_edited() => Assert.Empty(ReadAfter(compilation => compilation.Clone()));

    [Fact]
    public void A_reference_has_every_file_read_again() =>
        Assert.Equal(["A", "B", "D", "F"], ReadAfter(compilation => compilation.AddReferences(Project.Library("").Build())));

    [Fact]
    public void An_option_has_every_file_read_again() =>
        Assert.Equal(
            ["A", "B", "D", "F"],
            ReadAfter(compilation => compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Enable)))
        );

    [Fact]
    public void The_name_of_the_assembly_has_every_file_read_again() =>
        Assert.Equal(["A", "B", "D", "F"], ReadAfter(compilation => compilation.WithAssemblyName("Other")));

    [Fact]
    public void A_new_file_has_every_file_read_again() =>
        Assert.Equal(["A", "B", "D", "F"], ReadAfter(compilation => compilation.AddSyntaxTrees(Project.Parse("", "Third.cs"))));

    [Fact]
    public void A_file_that_moves_has_every_file_read_again() =>
        Assert.Contains(
            "D",
            ReadAfter(compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Project.Parse(First, "Moved.cs")))
        );

    [Fact]
    public void A_symbol_of_the_preprocessor_has_every_file_read_again() =>
        Assert.Contains(
            "D",
            ReadAfter(compilation =>
            {
                var file = compilation.SyntaxTrees[0];
                var options = ((CSharpParseOptions)file.Options).WithPreprocessorSymbols("DEBUG");
                return compilation.ReplaceSyntaxTree(file, CSharpSyntaxTree.ParseText(First, options, file.FilePath));
            })
        );

    /// <summary>Keys one after the other: what was read before the first of them still counts after the last.</summary>
    [Fact]
    public void A_version_outlives_the_compilation_that_it_began_with()
    {
        var editor = new Editor();
        foreach (var (before, after) in new[] { ("here", "there"), ("there", "over there"), ("over there", "here") })
        {
            Assert.Equal(["A", "B", "F"], editor.ReadAfter(Replace(0, before, after)));
        }

        Assert.Equal(["D"], editor.ReadAfter(Replace(1, "First.Size", "1")));
    }

    /// <summary>An edit and its undo are two: what was read before the first of them does not come back.</summary>
    [Fact]
    public void What_was_read_of_another_version_does_not_count()
    {
        var editor = new Editor();

        Assert.Equal(["A", "B", "D", "F"], editor.ReadAfter(Replace(0, "Size = 3", "Size = 4")));
        Assert.Equal(["A", "B", "D", "F"], editor.ReadAfter(Replace(0, "Size = 4", "Size = 3")));
    }

    /// <summary>What is remembered belongs to the files of the moment.</summary>
    [Fact]
    public void Nothing_keeps_an_earlier_compilation()
    {
        var editor = new Editor();

        var earlier = EditTwice(editor);
        GC.Collect();

        Assert.All(earlier, compilation => Assert.False(compilation.IsAlive));
        Assert.Equal(["D"], editor.ReadAfter(Replace(1, "Write(1)", "Write(2)")));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference[] EditTwice(Editor editor)
        {
            List<WeakReference> earlier = [];
            editor.ReadAfter(compilation => Remembered(compilation, Replace(0, "here", "there")));
            editor.ReadAfter(compilation => Remembered(compilation, Replace(1, "First.Size", "1")));
            return [.. earlier];

            CSharpCompilation Remembered(CSharpCompilation compilation, Func<CSharpCompilation, CSharpCompilation> edit)
            {
                earlier.Add(new WeakReference(compilation));
                return edit(compilation);
            }
        }
    }

    private static IEnumerable<string> ReadAfter(Func<CSharpCompilation, CSharpCompilation> edit) => new Editor().ReadAfter(edit);

    private static Func<CSharpCompilation, CSharpCompilation> Replace(int file, string old, string @new) =>
        compilation =>
        {
            var tree = compilation.SyntaxTrees[file];
            Assert.Contains(old, tree.ToString(), StringComparison.Ordinal);
            return compilation.ReplaceSyntaxTree(
                tree,
                Project.Parse(tree.ToString().Replace(old, @new, StringComparison.Ordinal), tree.FilePath)
            );
        };

    /// <summary>One driver on one project.</summary>
    private sealed class Editor
    {
        private readonly CountingGenerator _generator = new();
        private CSharpCompilation _compilation = CSharpCompilation.Create(
            "Sample",
            [Project.Parse(First, "First.cs"), Project.Parse(Second, "Second.cs")],
            Sdk.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        private GeneratorDriver _driver;

        public Editor()
        {
            _driver = CSharpGeneratorDriver
                .Create([_generator.AsSourceGenerator()], parseOptions: (CSharpParseOptions)_compilation.SyntaxTrees[0].Options)
                .RunGenerators(_compilation);
            Assert.Equal(["A", "B", "D", "F"], _generator.Read.Order(StringComparer.Ordinal));
        }

        /// <summary>The methods that are read because of an edit.</summary>
        public IEnumerable<string> ReadAfter(Func<CSharpCompilation, CSharpCompilation> edit)
        {
            _generator.Read.Clear();
            _compilation = edit(_compilation);
            _driver = _driver.RunGenerators(_compilation);
            return [.. _generator.Read.Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Reads what is obsolete.</summary>
    private sealed class CountingGenerator : IIncrementalGenerator
    {
        public List<string> Read { get; } = [];

        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var memory = new DeclarationCache();
            context.RegisterSourceOutput(
                context.SyntaxProvider.ForAttributeWithMetadataName(
                    "System.ObsoleteAttribute",
                    static (_, _) => true,
                    memory.Remember(ReadName)
                ),
                static (_, _) => { }
            );
        }

        private string ReadName(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
        {
            Read.Add(context.TargetSymbol.Name);
            return context.TargetSymbol.Name;
        }
    }
}

namespace Hooklatch.Generators.Tests.Validation;

public class EmittedCodeTests
{
    [Fact]
    public void An_order_gets_rules_that_read_like_its_declaration()
    {
        var validated = Validated.Of(
            """
            [Range(1, 100), Display(Name = "Batch size")] int batch_size,
            [MaxSize("5MB"), ContentType("text/*", Message = "Only text file uploads are supported.")] IFormFile report,
            Shop.Order order
            """,
            """
            namespace Shop
            {
                public record Order(
                    [Required, StringLength(20, MinimumLength = 3)] string Number,
                    [EmailAddress(ErrorMessage = "Where shall we write to?")] string? Mail,
                    [property: Compare("Mail")] string? RepeatedMail,
                    [MinLength(1)] List<Line> Lines,
                    Dictionary<string, Line[]>? Gifts
                ) : IValidatableObject
                {
                    public IEnumerable<ValidationResult> Validate(ValidationContext context) => [];
                }

                public record Line([RegularExpression("[A-Z]{2}-\\d+")] string Sku, [Range(typeof(decimal), "0.01", "999")] decimal Price);
            }
            """
        );

        // To accept a change, copy the received file over the verified one.
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "order.received.txt"), validated.Source);
        using var verified = new StreamReader(typeof(EmittedCodeTests).Assembly.GetManifestResourceStream("order.verified.txt")!);
        Assert.Equal(verified.ReadToEnd(), validated.Source);
    }

    [Fact]
    public void Texts_of_an_author_cannot_break_out_of_their_literals()
    {
        var validated = Validated.Of(
            """"
            [RegularExpression("[\"\\\\\\n]|\u2028|\0{x}")] string a,
            [Required(ErrorMessage = "\"); System.Environment.Exit(1); // {{}}\n\u2028 {0}"), Display(Name = "\"\\{0}")] string? b,
            [AllowedValues("\"", "\\", '\'', "\0", "\ud83d\ude00", "*/")] object c,
            [MaxSize("1B", Message = "\"{0}{")] IFormFile d
            """"
        );

        Assert.Empty(validated.Errors("\"", "x", '\'', null));
        Assert.Equal(
            "b: \"); System.Environment.Exit(1); // {}\n\u2028 \"\\{0}",
            Assert.Single(validated.Errors("\0{x}", "", "\U0001F600", null))
        );
    }

    [Fact]
    public void Names_that_collide_with_ours_or_with_keywords_compile_and_check()
    {
        const string Types = """
            public class Value
            {
                [Range(1, 9)] public int @class { get; set; }
                [Range(1, 9)] public int scope { get; set; }
                [Range(1, 9)] public int self { get; set; }
                public Rules? Rules { get; set; }
                public Other.Value? Key { get; set; }
            }
            public class Rules { [Range(1, 9)] public int Check { get; set; } }
            namespace Other { public class Value { [Range(1, 9)] public int ValueRules { get; set; } } }
            """;
        var validated = Validated.Of(
            """
            [Range(1, 9)] int @class, [Range(1, 9)] int Class, [Range(1, 9)] int rules, [Range(1, 9)] int value, [Range(1, 9)] int valueRules,
            [Range(1, 9)] int CheckValue, [Range(1, 9)] int _1, [Range(1, 9)] int _, [Range(1, 9)] int a_b, [Range(1, 9)] int aB, Value scope
            """,
            Types
        );
        var value = validated.New("Value");
        value.Rules = validated.New("Rules");
        value.Key = validated.New("Other.Value");

        Assert.Equal(
            [
                "class",
                "Class",
                "rules",
                "value",
                "valueRules",
                "CheckValue",
                "_1",
                "_",
                "a_b",
                "aB",
                "scope.class",
                "scope.scope",
                "scope.self",
                "scope.Rules.Check",
                "scope.Key.ValueRules",
            ],
            validated.Errors(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (object)value).Select(error => error.Split(':')[0])
        );
    }

    [Fact]
    public void Equal_declarations_give_equal_models()
    {
        const string Signature = "[Range(1, 9)] int a, Node b, [MaxSize(\"1KB\")] IFormFile c";
        const string Types =
            "public class Node { [Required, Compare(\"Name\")] public string? Name { get; set; } public List<Node>? Nodes { get; set; } }";

        Assert.Equal(Validated.ModelsOf(Signature, Types), Validated.ModelsOf(Signature, Types + "\n// elsewhere"));
        Assert.NotEqual(Validated.ModelsOf(Signature, Types), Validated.ModelsOf(Signature, Types.Replace("Required", "StringLength(3)")));
    }
}

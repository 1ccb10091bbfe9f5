using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using CsCheck;
using Hooklatch.Binding;
using Hooklatch.Generators.Validation;
using Hooklatch.Http;

namespace Hooklatch.Generators.Tests.Validation;

/// <summary>The objects that a handler takes, however they are put together, under the keys that their sender knows.</summary>
public class ObjectTests
{
    private const string SignUp = """
        [NotRoot]
        public class SignUp : Person, IValidatableObject
        {
            [Required, StringLength(8, MinimumLength = 2)] public string? User { get; set; }
            [MinLength(3)] public string? Password { get; set; }
            [Compare(nameof(Password))] public string? Again { get; set; }
            [Display(Name = "Second e-mail"), Compare(nameof(Email))] public string? Email2 { get; set; }
            [Range(0, 130)] public override int Age { get; set; }
            public IEnumerable<ValidationResult> Validate(ValidationContext context)
            {
                if (User == "both") yield return new("Not both.", [nameof(User), nameof(Email)]);
                if (User == "whole") yield return new("Not as a whole.");
                if (User == context.DisplayName) yield return new("Not its own name.", [nameof(User)]);
            }
        }

        public abstract class Person
        {
            [EmailAddress, Display(Name = "E-mail")] public string? Email { get; set; }
            [Range(18, 130), Even] public virtual int Age { get; set; }
        }

        public class EvenAttribute() : ValidationAttribute("{0} is odd.")
        {
            public override bool IsValid(object? value) => (int)value! % 2 == 0;
        }

        public class NotRootAttribute() : ValidationAttribute("{0} is root.")
        {
            public override bool IsValid(object? value) => ((SignUp)value!).User != "root";
        }
        """;

    private const string Order = """
        public record Order([Required] string? Id, [property: JsonPropertyName("mail_to"), EmailAddress] string? Mail, Address? ShipTo)
        {
            public List<Line?>? Lines { get; set; }
            public Line[][]? Grid { get; set; }
            public Dictionary<string, Line>? ByName { get; set; }
            public List<Dictionary<int, Line>>? Maps { get; set; }
            public ImmutableArray<Line> Fixed { get; set; }
            [MinLength(1)] public ImmutableArray<int> Numbers { get; set; } = [1];
            public Box<Line>? Boxed { get; set; }
            public Point At { get; set; } = new(1);
            public Point? MaybeAt { get; set; }
            public Order? Parent { get; set; }
            [JsonIgnore] public Line Secret => new() { Count = -1 };
        }
        public class Address { [StringLength(3)] public string? CityName { get; set; } public Address? Next { get; set; } }
        public class Line { [Range(1, 9)] public int Count { get; set; } = 1; }
        public record struct Point([Range(0, 5)] int X);
        public class Box<T> { public T? Content { get; set; } }
        """;

    private static readonly Validated SignUps = Validated.Of("SignUp form", SignUp, key: "");
    private static readonly Validated Orders = Validated.Of("Order? order", Order, key: "$");

    [Fact]
    public void Objects_give_the_verdicts_and_the_messages_of_the_framework()
    {
        var text = Gen.OneOf<string?>(null, "", "ab", "abc", "root", "both", "whole", "SignUp", "a@b", "toolonguser");
        Gen.Select(text, text, text, text, text, Gen.Int[-1, 140])
            .Sample(
                (user, password, again, email, email2, age) =>
                {
                    var form = SignUps.New("SignUp");
                    (form.User, form.Password, form.Again, form.Email, form.Email2, form.Age) = (user, password, again, email, email2, age);
                    Assert.Equal(FrameworkErrors((object)form), SignUps.Errors((object)form).Order());
                },
                iter: 5_000
            );
    }

    [Theory]
    [InlineData("{}", "id: The Id field is required.")]
    [InlineData("""{"id":"1","mail_to":"x"}""", "mail_to: The Mail field is not a valid e-mail address.")]
    [InlineData(
        """{"id":"1","shipTo":{"cityName":"long"}}""",
        "shipTo.cityName: The field CityName must be a string with a maximum length of 3."
    )]
    [InlineData(
        """{"id":"1","shipTo":{"next":{"cityName":"long"}}}""",
        "shipTo.next.cityName: The field CityName must be a string with a maximum length of 3."
    )]
    [InlineData("""{"id":"1","lines":[{},null,{"count":0}]}""", "lines[2].count: The field Count must be between 1 and 9.")]
    [InlineData("""{"id":"1","grid":[[],[{},{"count":0}]]}""", "grid[1][1].count: The field Count must be between 1 and 9.")]
    [InlineData("""{"id":"1","byName":{"a":{},"b c":{"count":0}}}""", "byName[b c].count: The field Count must be between 1 and 9.")]
    [InlineData("""{"id":"1","maps":[{"7":{"count":0}}]}""", "maps[0][7].count: The field Count must be between 1 and 9.")]
    [InlineData("""{"id":"1","fixed":[{"count":0}]}""", "fixed[0].count: The field Count must be between 1 and 9.")]
    [InlineData("""{"id":"1","boxed":{"content":{"count":0}}}""", "boxed.content.count: The field Count must be between 1 and 9.")]
    [InlineData("""{"id":"1","at":{"x":6}}""", "at.x: The field X must be between 0 and 5.")]
    [InlineData("""{"id":"1","maybeAt":{"x":6}}""", "maybeAt.x: The field X must be between 0 and 5.")]
    [InlineData("""{"id":"1","parent":{"id":"2","parent":{}}}""", "parent.parent.id: The Id field is required.")]
    [InlineData("""{"id":"1","numbers":[]}""", "numbers: The field Numbers must be a string or array type with a minimum length of '1'.")]
    public void A_json_body_is_checked_to_its_last_object(string json, string error) =>
        Assert.Equal([error], Orders.Errors(Body(Orders, "Order", json)));

    [Theory]
    [InlineData("null")]
    [InlineData("""{"id":"1","lines":null,"numbers":[1],"maps":[null,{"1":null}],"grid":[null]}""")]
    public void What_is_not_there_is_valid(string json) => Assert.Empty(Orders.Errors(Body(Orders, "Order", json)));

    [Fact]
    public void Every_mistake_is_told_at_once() =>
        Assert.Equal(
            ["id", "mail_to", "lines[0].count", "at.x"],
            Orders
                .Errors(Body(Orders, "Order", """{"mail_to":"x","lines":[{"count":0}],"at":{"x":9}}"""))
                .Select(error => error.Split(':')[0])
        );

    [Fact]
    public void A_collection_is_known_by_the_parameter_or_by_its_index_alone()
    {
        const string Line = "public class Line { [Range(1, 9)] public int Count { get; set; } }";
        foreach (var (key, expected) in new[] { ("items", "items[0].Count"), ("", "[0].Count"), ("$", "$[0].count") })
        {
            var validated = Validated.Of("List<Line> items", Line, key);
            var value = JsonSerializer.Deserialize("[{}]", validated.Parameters[0].ParameterType);
            Assert.Equal([$"{expected}: The field Count must be between 1 and 9."], validated.Errors(value));
        }
    }

    [Fact]
    public void A_failure_of_the_whole_object_names_members_as_their_sender_does()
    {
        var validated = Validated.Of("SignUp form", SignUp, "$", NamePolicy.SnakeCaseLower);
        var form = validated.New("SignUp");
        form.Age = 20;

        form.User = "both";
        Assert.Equal(["user: Not both.", "email: Not both."], validated.Errors((object)form));
        form.User = "whole";
        Assert.Equal(["$: Not as a whole."], validated.Errors((object)form));
        form.Email2 = "x";
        Assert.Equal(["email2: 'Second e-mail' and 'E-mail' do not match."], validated.Errors((object)form));
    }

    [Fact]
    public void An_object_is_not_asked_while_anything_is_not_bound()
    {
        var errors = new BindingErrors();
        errors.Add("Age", "Not a number.");
        var form = SignUps.New("SignUp");
        form.User = "whole";

        Assert.Equal(["Age: Not a number."], SignUps.ErrorsAfter(errors, (object)form));
    }

    [Fact]
    public void Objects_that_lead_back_to_themselves_are_checked_once()
    {
        var validated = Validated.Of(
            "Node node",
            "public class Node { [Range(1, 9)] public int N { get; set; } public Node? Next { get; set; } public List<Node> All { get; } = []; }"
        );
        var (first, second) = (validated.New("Node"), validated.New("Node"));
        (first.Next, second.Next, first.N) = (second, first, 1);
        first.All.Add(first);
        second.All.Add(first);

        Assert.Equal(["node.Next.N: The field N must be between 1 and 9."], validated.Errors((object)first));
    }

    [Fact]
    public void Objects_that_never_end_are_rejected_at_the_depth_of_json()
    {
        var validated = Validated.Of(
            "Node node",
            "public class Node { [Range(0, 9)] public int N { get; set; } public Node Next => new(); }"
        );

        Assert.EndsWith(".Next: The value is nested too deeply.", Assert.Single(validated.Errors((object)validated.New("Node"))));
    }

    [Fact]
    public void Objects_of_a_derived_type_are_checked_as_what_they_are()
    {
        var validated = Validated.Of(
            "List<Shape> shapes",
            """
            [JsonDerivedType(typeof(Shape), "shape"), JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Ring), "ring")]
            public class Shape { public string? Name { get; set; } }
            public class Circle : Shape { [Range(1, 9)] public int Radius { get; set; } = 1; }
            public class Ring : Circle { [Range(1, 9)] public int Inner { get; set; } = 1; }
            """,
            "$"
        );
        var json = """[{"Radius":0},{"$type":"circle","Radius":0},{"$type":"ring","Radius":0,"Inner":0},{"$type":"shape"}]""";
        var value = JsonSerializer.Deserialize(json, validated.Parameters[0].ParameterType);

        Assert.Equal(
            [
                "$[1].radius: The field Radius must be between 1 and 9.",
                "$[2].radius: The field Radius must be between 1 and 9.",
                "$[2].inner: The field Inner must be between 1 and 9.",
            ],
            validated.Errors(value)
        );
    }

    [Fact]
    public void Form_fields_are_known_by_their_given_names()
    {
        var validated = Validated.Of(
            "Form form",
            "public record Form([FromForm(Name = \"first-name\"), Required] string? FirstName, [param: Range(1, 9)] int Count);",
            ""
        );

        Assert.Equal(
            ["first-name: The FirstName field is required.", "Count: The field Count must be between 1 and 9."],
            validated.Errors(Activator.CreateInstance(validated.Assembly.GetType("Form")!, null, 0))
        );
    }

    [Fact]
    public void What_has_nothing_to_check_costs_nothing()
    {
        const string Types = """
            public class A { public B? B { get; set; } public List<A>? More { get; set; } public string? Text { get; set; } }
            public class B { public A? A { get; set; } }
            """;
        Assert.Equal([null, null, null, null], Validated.ModelsOf("A a, int n, [FromForm] string s, List<Uri> uris", Types));
    }

    [Fact]
    public void Names_follow_the_policies_of_json()
    {
        var policies = new (NamePolicy Policy, JsonNamingPolicy Json)[]
        {
            (NamePolicy.CamelCase, JsonNamingPolicy.CamelCase),
            (NamePolicy.SnakeCaseLower, JsonNamingPolicy.SnakeCaseLower),
            (NamePolicy.SnakeCaseUpper, JsonNamingPolicy.SnakeCaseUpper),
            (NamePolicy.KebabCaseLower, JsonNamingPolicy.KebabCaseLower),
            (NamePolicy.KebabCaseUpper, JsonNamingPolicy.KebabCaseUpper),
        };
        Gen.String[Gen.Char["abABCÄ12"], 1, 9]
            .Where(name => char.IsLetter(name[0]))
            .Sample(name =>
            {
                foreach (var (policy, json) in policies)
                {
                    Assert.Equal(json.ConvertName(name), MemberNames.Apply(policy, name));
                }
            });
    }

    private static IEnumerable<string> FrameworkErrors(object form)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(form, new ValidationContext(form, "SignUp", null, null), results, validateAllProperties: true);
        return results
            .SelectMany(result => result.MemberNames.DefaultIfEmpty("").Select(member => $"{member}: {result.ErrorMessage}"))
            .Order();
    }

    private static object? Body(Validated validated, string type, string json) =>
        JsonSerializer.Deserialize(json, validated.Assembly.GetType(type)!, JsonSerializerOptions.Web);
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CsCheck;
using Hooklatch.Binding;
using Hooklatch.Http;

namespace Hooklatch.Generators.Tests.Validation;

/// <summary>Each rule against the framework's own verdict and message, on tables and on values nobody thought of.</summary>
public class FrameworkTests
{
    private static readonly string Long = new('x', 11);

    /// <summary>A parameter for each use of an attribute, and the values that it meets.</summary>
    private static readonly (string Parameter, object?[] Values)[] Table =
    [
        ("[Required] string? a", [null, "", " ", "x"]),
        ("[Required(AllowEmptyStrings = true)] string? b", [null, "", "x"]),
        ("[Required] int? c", [null, 0]),
        ("[Required, StringLength(3), EmailAddress] string? d", [null, "", "x", "vwxyz", "a@b"]),
        ("[StringLength(2), Required] string? e", [null, "xy", "xyz"]),
        ("[Range(1, 10)] int f", [0, 1, 10, 11, int.MinValue]),
        ("[Range(1, 10)] int? g", [null, 0, 5]),
        ("[Range(1, 10)] byte h", [(byte)0, (byte)10, (byte)255]),
        ("[Range(1, 10)] decimal i", [0.4m, 0.6m, 10.4m, 11m]),
        ("[Range(1, 10)] string? j", [null, "", "x", "5", "11"]),
        ("[Range(-1.5, 1.5)] double k", [-1.5, 1.5, 1.6, double.NaN, double.PositiveInfinity]),
        ("[Range(1.0, 2.0)] double l", [1.0, 1.5, 2.0, 2.1]),
        ("[Range(1, 10, MinimumIsExclusive = true)] int m", [1, 2, 10]),
        ("[Range(1, 10, MaximumIsExclusive = true)] int n", [1, 9, 10]),
        ("[Range(typeof(decimal), \"0.01\", \"99.99\")] decimal o", [0m, 0.01m, 99.99m, 100m]),
        ("[Range(typeof(decimal), \"1\", \"2\", MinimumIsExclusive = true)] decimal p", [1m, 1.1m, 2m, 3m]),
        ("[Range(typeof(decimal), \"1\", \"2\", MaximumIsExclusive = true)] decimal? q", [null, 1m, 2m]),
        ("[Range(typeof(decimal), \"1\", \"2\", MinimumIsExclusive = true, MaximumIsExclusive = true)] decimal r", [1m, 1.5m, 2m]),
        ("[Range(typeof(decimal), \"1\", \"2\")] string? s", [null, "", "1.5", "2.5"]),
        ("[Range(typeof(DateTime), \"2026-01-01\", \"2026-12-31\")] DateTime t", [new DateTime(2025, 12, 31), new DateTime(2026, 6, 1)]),
        (
            "[Range(typeof(TimeSpan), \"00:00:01\", \"01:00:00\")] TimeSpan u",
            [TimeSpan.Zero, TimeSpan.FromMinutes(5), TimeSpan.FromDays(1)]
        ),
        ("[Range(typeof(long), \"1\", \"9999999999\")] long v", [0L, 9999999999L, long.MaxValue]),
        ("[StringLength(10)] string? w", [null, "", "x", Long[1..], Long]),
        ("[StringLength(10, MinimumLength = 2)] string? x", [null, "", "x", "xx", Long]),
        ("[MinLength(2)] string? y", [null, "", "x", "xx"]),
        ("[MinLength(2)] int[]? z", [null, new int[1], new int[2]]),
        ("[MinLength(2)] List<int>? A", [null, new List<int> { 1 }, new List<int> { 1, 2 }]),
        ("[MinLength(2)] HashSet<string>? B", [null, new HashSet<string> { "a" }, new HashSet<string> { "a", "b" }]),
        ("[MaxLength(2)] string? C", [null, "", "xx", "xxx"]),
        ("[MaxLength] string? D", [null, "", Long]),
        ("[MaxLength(-1)] string? E", [null, "", Long]),
        ("[MaxLength(2)] IReadOnlyList<int>? F", [null, new[] { 1, 2 }, new List<int> { 1, 2, 3 }]),
        (
            "[MaxLength(2)] Dictionary<string, int>? G",
            [
                null,
                new Dictionary<string, int>
                {
                    ["a"] = 1,
                    ["b"] = 2,
                    ["c"] = 3,
                },
            ]
        ),
        ("[Length(2, 3)] string? H", [null, "", "x", "xx", "xxx", "xxxx"]),
        ("[Length(2, 3)] int[]? I", [null, new int[1], new int[2], new int[3], new int[4]]),
        ("[RegularExpression(\"[a-z]+\")] string? J", [null, "", "abc", "abC", "abc\n"]),
        ("[RegularExpression(@\"\\d{2}\")] int K", [1, 12, 123]),
        ("[RegularExpression(\"a+\", MatchTimeoutInMilliseconds = 900)] string? L", [null, "a", "b"]),
        ("[EmailAddress] string? M", [null, "", "a@b", "a@b.de", "a@@b", "@b", "a@", "a b@c", "a@b\n"]),
        ("[Url] string? N", [null, "", "http://x", "HTTPS://x", "ftp://x", "x", "javascript:x"]),
        ("[Url] Uri? O", [null, new Uri("http://x"), new Uri("mailto:a@b"), new Uri("/x", UriKind.Relative)]),
        ("[Phone] string? P", [null, "", "+49 30 1234", "(030) 12-34", "1 x5", "abc"]),
        ("[CreditCard] string? Q", [null, "", "4111111111111111", "4111-1111-1111-1111", "4111111111111112", "x"]),
        ("[AllowedValues(\"a\", \"b\", null)] string? R", [null, "", "a", "c", "A"]),
        ("[AllowedValues(1, 2)] int S", [0, 1, 2]),
        ("[AllowedValues(1L)] int T", [1]),
        (
            "[AllowedValues((byte)1, 'x', 2.0, 3f, 4U, 5UL, (short)-6, (sbyte)-7, (ushort)8, true, DayOfWeek.Friday)] object? U",
            [(byte)1, 1, 'x', 2.0, 2, 3f, 4U, 5UL, (short)-6, (sbyte)-7, (ushort)8, true, DayOfWeek.Friday, DayOfWeek.Monday, 5]
        ),
        ("[DeniedValues(\"root\", null)] string? V", [null, "root", "Root"]),
        ("[Base64String] string? W", [null, "", "YQ==", "YQ=", "Y Q==", "?"]),
        ("[EnumDataType(typeof(DayOfWeek))] int X", [0, 6, 7, -1]),
        ("[EnumDataType(typeof(DayOfWeek))] string? Y", [null, "", "Friday", "friday", "9"]),
        ("[EnumDataType(typeof(DayOfWeek))] DayOfWeek? Z", [null, DayOfWeek.Friday, (DayOfWeek)9]),
        ("[EnumDataType(typeof(System.IO.FileAccess))] int aa", [0, 1, 3, 4]),
        ("[FileExtensions] string? ab", [null, "", "a.png", "a.PNG", "a.exe", "a"]),
        ("[FileExtensions(Extensions = \".txt, csv\")] string? ac", [null, "a.txt", "a.csv", "a.png"]),
        ("[Display(Name = \"How many\"), Range(1, 2)] int ad", [0, 1]),
        ("[Range(1, 2, ErrorMessage = \"{0} is not in {1}..{2}, {{sorry}}\")] int ae", [0, 1]),
        ("[MinLength(2, ErrorMessage = \"{0} needs {1}\")] string? af", ["x", "xx"]),
        ("[Range(typeof(decimal), \"1\", \"2\", ErrorMessage = \"{0}: {1} to {2}\")] decimal ag", [0m, 1m]),
        ("[DataType(DataType.Password)] string? ah", [null, "x"]),
        ("[Even] int? ai", [null, 1, 2]),
        ("[Multiple(3, 5, Label = \"of both\")] int aj", [15, 3, 4]),
        ("[Prefixed<string>(\"a\")] string? ak", ["abc", "bcd"]),
    ];

    private const string OwnRules = """
        public class EvenAttribute() : ValidationAttribute("{0} is odd.")
        {
            public override bool IsValid(object? value) => value is null || (int)value % 2 == 0;
        }

        internal sealed class MultipleAttribute(params int[] factors) : ValidationAttribute
        {
            public string? Label;
            protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
                Array.TrueForAll(factors, factor => (int)value! % factor == 0) ? null : new($"{context.DisplayName} {Label}");
        }

        internal sealed class PrefixedAttribute<T>(T prefix) : ValidationAttribute
        {
            public override bool IsValid(object? value) => value is string text && text.StartsWith(prefix!.ToString()!, StringComparison.Ordinal);
        }
        """;

    private static readonly Validated All = Validated.Of(string.Join(", ", Table.Select(row => row.Parameter)), OwnRules);

    public static TheoryData<int, string> Rows => [.. Table.Select((row, i) => (i, row.Parameter))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_attribute_gives_the_verdict_and_the_message_of_the_framework(int row, string parameter)
    {
        Assert.NotEmpty(parameter);
        foreach (var value in Table[row].Values)
        {
            AssertSame(row, value);
        }
    }

    [Fact]
    public void The_table_meets_both_verdicts_of_every_attribute()
    {
        string[] indifferent = ["[MaxLength] string? D", "[MaxLength(-1)] string? E", "[DataType(DataType.Password)] string? ah"];
        foreach (var (row, (parameter, values)) in Table.Index())
        {
            var verdicts = values.Select(value => All.ErrorsOf(row, value).Length == 0).Distinct().Count();
            Assert.True(verdicts == 2 || indifferent.Contains(parameter) || parameter.Contains("(1L)"), parameter);
        }
    }

    [Fact]
    public void Random_texts_agree() =>
        Gen.String[Gen.Char["aZ0 9.@+-=/:x_\n\"é"], 0, 14]
            .Sample(text => AssertSame(text, "M", "N", "P", "Q", "W", "J", "x", "y", "C", "H", "j", "Y", "ac", "ak"), iter: 3_000);

    [Fact]
    public void Random_numbers_agree()
    {
        Gen.Int[-20, 20].Sample(number => AssertSame(number, "f", "g", "m", "n", "S", "X", "aa", "ad", "ai", "aj", "K"));
        Gen.Double.Sample(number => AssertSame(number, "k", "l"));
        Gen.Decimal[-3, 3].Sample(number => AssertSame(number, "o", "p", "q", "r", "i"));
        Gen.Decimal[-3, 3].Sample(number => AssertSame(number.ToString(CultureInfo.InvariantCulture), "s"));
        Gen.Long.Sample(number => AssertSame(number, "v"));
        Gen.Byte.Array[0, 5].Sample(items => AssertSame(items.Select(item => (int)item).ToArray(), "z", "I", "F"));
    }

    /// <summary>Values for which the framework throws, so that a sender could cause an error 500.</summary>
    [Theory]
    [InlineData("[Range(1, 10)] long value", long.MaxValue, "must be between 1 and 10")]
    [InlineData("[Range(1, 10)] double value", double.NaN, "must be between 1 and 10")]
    [InlineData("[Range(1, 10)] string value", "99999999999", "must be between 1 and 10")]
    [InlineData("[Range(typeof(decimal), \"1\", \"10\")] string value", "x", "must be between 1 and 10")]
    [InlineData(
        "[RegularExpression(\"^(a+)+$\")] string value",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
        "must match"
    )]
    public void Where_the_framework_throws_the_value_is_invalid(string parameter, object value, string message)
    {
        var validated = Validated.Of(parameter);

        Assert.ThrowsAny<Exception>(() => validated.FrameworkErrorsOf(validated.Parameters[0], value));
        Assert.Contains(message, Assert.Single(validated.Errors(value)));
    }

    [Fact]
    public void A_catastrophic_pattern_is_cut_off_after_a_quarter_of_a_second()
    {
        var validated = Validated.Of("[RegularExpression(\"^(a+)+$\")] string value");
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.Single(validated.Errors(new string('a', 100_000) + "!"));
        Assert.Contains("MatchTimeoutInMilliseconds = 250", validated.Source);
        // Far above it for a busy machine; without a limit it would take years.
        Assert.InRange(clock.ElapsedMilliseconds, 0, 20_000);
    }

    [Fact]
    public void A_value_that_was_not_bound_is_not_looked_at()
    {
        var errors = new BindingErrors();
        errors.Add("email", "A value is required.");

        Assert.Equal(
            ["email: A value is required.", "count: The field count must be between 1 and 9."],
            Validated.Of("[EmailAddress] string email, [Range(1, 9)] int count").ErrorsAfter(errors, "", 0)
        );
    }

    private static void AssertSame(object? value, params string[] parameters)
    {
        foreach (var name in parameters)
        {
            AssertSame(All.Parameters.Single(parameter => parameter.Name == name).Position, value);
        }
    }

    private static void AssertSame(int row, object? value) =>
        Assert.Equal(All.FrameworkErrorsOf(All.Parameters[row], value), All.ErrorsOf(row, value));
}

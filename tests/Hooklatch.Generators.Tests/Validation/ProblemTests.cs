namespace Hooklatch.Generators.Tests.Validation;

/// <summary>Rules that cannot be applied are told to their author, and never fail at run time.</summary>
public class ProblemTests
{
    [Theory]
    [InlineData(
        "[Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = \"No\")] string a",
        "NeedsReflection Required a: its message is looked up by reflection; set ErrorMessage"
    )]
    [InlineData(
        "[Display(Name = \"No\", ResourceType = typeof(Texts))] string a",
        "NeedsReflection Display a: its resource is looked up by reflection; write the Name itself"
    )]
    [InlineData(
        "[CustomValidation(typeof(Texts), \"Check\")] string a",
        "NeedsReflection CustomValidation a: it finds its method by reflection; derive an attribute from ValidationAttribute"
    )]
    [InlineData(
        "[Reflecting] string a",
        "NeedsReflection Reflecting a: its constructor is marked as one that needs reflection or run-time code"
    )]
    [InlineData("Hiding a", "NotAccessible Hidden Text: generated code cannot construct it; make it internal or public")]
    [InlineData("[StringLength(3)] int a", "WrongType StringLength a: it is for text, not for 'int'")]
    [InlineData("[EmailAddress] string[] a", "WrongType EmailAddress a: it is for text, not for 'string[]'")]
    [InlineData(
        "[FileExtensions] IFormFile a",
        "WrongType FileExtensions a: it is for text, not for 'Microsoft.AspNetCore.Http.IFormFile'"
    )]
    [InlineData("[Url] int a", "WrongType Url a: it is for text and Uri, not for 'int'")]
    [InlineData("[MinLength(3)] int? a", "WrongType MinLength a: it is for text and collections, not for 'int'")]
    [InlineData(
        "[RegularExpression(\"a\")] List<string> a",
        "WrongType RegularExpression a: it is for text and single values, not for 'System.Collections.Generic.List<string>'"
    )]
    [InlineData(
        "[EnumDataType(typeof(DayOfWeek))] Guid a",
        "WrongType EnumDataType a: it is for text, integers and enumerations, not for 'System.Guid'"
    )]
    [InlineData("[Range(1, 2)] int[] a", "WrongType Range a: it is for numbers, not for 'int[]'")]
    [InlineData("[Range(typeof(decimal), \"1\", \"2\")] int a", "WrongType Range a: it is for text and 'decimal', not for 'int'")]
    [InlineData("[MaxSize(\"5MB\")] string a", "WrongType MaxSize a: it is for IFormFile and collections of it, not for 'string'")]
    [InlineData("[ContentType(\"a/b\")] byte[] a", "WrongType ContentType a: it is for IFormFile and collections of it, not for 'byte[]'")]
    [InlineData(
        "[MaxSize(\"5 lots\")] IFormFile a",
        "MalformedArgument MaxSize a: the size is not a positive number with a unit of B, KB, MB or GB, such as \"5MB\""
    )]
    [InlineData(
        "[MaxSize(0)] IFormFile a",
        "MalformedArgument MaxSize a: the size is not a positive number with a unit of B, KB, MB or GB, such as \"5MB\""
    )]
    [InlineData(
        "[ContentType(\"text\")] IFormFile a",
        "MalformedArgument ContentType a: it lists media types such as \"image/png\" or \"text/*\""
    )]
    [InlineData(
        "[ContentType(\"*/*\")] IFormFile a",
        "MalformedArgument ContentType a: it lists media types such as \"image/png\" or \"text/*\""
    )]
    [InlineData("[ContentType] IFormFile a", "MalformedArgument ContentType a: it lists media types such as \"image/png\" or \"text/*\"")]
    [InlineData(
        "[AllowedExtensions(\"txt\")] IFormFile a",
        "MalformedArgument AllowedExtensions a: it lists extensions with their dot, such as \".csv\""
    )]
    [InlineData(
        "[AllowedExtensions(\".\")] IFormFile a",
        "MalformedArgument AllowedExtensions a: it lists extensions with their dot, such as \".csv\""
    )]
    [InlineData(
        "[RegularExpression(\"(\")] string a",
        "MalformedArgument RegularExpression a: the pattern is not valid: Invalid pattern '(' at offset 1. Not enough )'s."
    )]
    [InlineData("[RegularExpression(\"\")] string a", "MalformedArgument RegularExpression a: the pattern is empty")]
    [InlineData(
        "[RegularExpression(\"a\", MatchTimeoutInMilliseconds = -1)] string a",
        "MalformedArgument RegularExpression a: a pattern without a time limit lets one request hold a processor"
    )]
    [InlineData("[Range(2, 1)] int a", "MalformedArgument Range a: the minimum is larger than the maximum")]
    [InlineData("[Range(2.5, 1.5)] double a", "MalformedArgument Range a: the minimum is larger than the maximum")]
    [InlineData("[Range(typeof(decimal), \"2\", \"1\")] decimal a", "MalformedArgument Range a: the minimum is larger than the maximum")]
    [InlineData(
        "[Range(typeof(byte), \"1\", \"256\")] byte a",
        "MalformedArgument Range a: a limit is not a 'byte' in the invariant culture"
    )]
    [InlineData(
        "[Range(typeof(DateTime), \"today\", \"2026-01-01\")] DateTime a",
        "MalformedArgument Range a: a limit is not a 'System.DateTime' in the invariant culture"
    )]
    [InlineData(
        "[Range(typeof(Texts), \"1\", \"2\")] Texts a",
        "MalformedArgument Range a: 'Texts' cannot be parsed and compared: it needs IParsable<T> and IComparable<T>"
    )]
    [InlineData("[StringLength(-1)] string a", "MalformedArgument StringLength a: a length is not negative")]
    [InlineData(
        "[StringLength(1, MinimumLength = 2)] string a",
        "MalformedArgument StringLength a: the minimum is larger than the maximum"
    )]
    [InlineData("[Length(2, 1)] string a", "MalformedArgument Length a: the minimum is larger than the maximum")]
    [InlineData("[MinLength(-1)] string a", "MalformedArgument MinLength a: a length is not negative")]
    [InlineData("[MaxLength(0)] string a", "MalformedArgument MaxLength a: a length is positive")]
    [InlineData(
        "[Required(ErrorMessage = \"{1}\")] string a",
        "MalformedArgument Required a: the message is not a format string for it: write {{ and }} for braces"
    )]
    [InlineData(
        "[EmailAddress(ErrorMessage = \"{\")] string a",
        "MalformedArgument EmailAddress a: the message is not a format string for it: write {{ and }} for braces"
    )]
    [InlineData("[EnumDataType(typeof(int))] int a", "MalformedArgument EnumDataType a: it names an enumeration")]
    [InlineData("Compared a", "MalformedArgument Compare Text: 'Compared' has no property 'Txet'")]
    public void What_cannot_work_is_a_problem(string parameter, string problem)
    {
        const string Types = """
            public class Texts
            {
                public static string No => "No.";
                public static ValidationResult? Check(string text) => null;
            }
            public class Hiding
            {
                [Hidden] public string? Text { get; set; }
                private sealed class HiddenAttribute : ValidationAttribute;
            }
            public class Compared { [Compare("Txet")] public string? Text { get; set; } }
            [method: System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("It looks around.")]
            public class ReflectingAttribute() : ValidationAttribute;
            """;
        Assert.Equal([problem], Validated.ProblemsOf(parameter, Types));
    }

    [Fact]
    public void A_rule_that_cannot_be_applied_is_left_out_and_the_others_stay()
    {
        var validated = Validated.Of("[Range(1, 9), StringLength(3)] int a, [MaxSize(\"big\")] IFormFile? b");

        Assert.Equal(["a: The field a must be between 1 and 9."], validated.Errors(0, null));
    }
}

using Hooklatch.Generators.Common;
using Hooklatch.Generators.Validation;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Generators.Tests.Validation;

/// <summary>The attributes for uploaded files, and what they let through together.</summary>
public class FileTests
{
    [Theory]
    [InlineData("5MB", 5L << 20)]
    [InlineData("5 MiB", 5L << 20)]
    [InlineData("5mb", 5L << 20)]
    [InlineData("1B", 1L)]
    [InlineData("1KB", 1024L)]
    [InlineData("1kib", 1024L)]
    [InlineData("1.5GB", 3L << 29)]
    [InlineData("0.5KB", 512L)]
    [InlineData("8589934591GB", 8589934591L << 30)]
    [InlineData("8589934592GB", null)]
    [InlineData("0B", null)]
    [InlineData("0.5B", null)]
    [InlineData("-1KB", null)]
    [InlineData("5", null)]
    [InlineData("MB", null)]
    [InlineData("5TB", null)]
    [InlineData("5  MB", null)]
    [InlineData("5MB\n", null)]
    [InlineData("1e3KB", null)]
    [InlineData("٥MB", null)]
    [InlineData("", null)]
    public void Sizes_are_read_in_powers_of_1024(string text, long? bytes) => Assert.Equal(bytes, FileSize.Parse(text));

    [Fact]
    public void A_file_is_as_large_as_its_limit_at_most()
    {
        var validated = Validated.Of("[MaxSize(\"1KB\")] IFormFile a, [MaxSize(1500, Message = \"Too {0} large.\")] IFormFile? b");

        Assert.Empty(validated.Errors(File(1024), File(1500)));
        Assert.Empty(validated.Errors(null, null));
        Assert.Equal(["a: The file a must not be larger than 1 KB.", "b: Too {0} large."], validated.Errors(File(1025), File(1501)));
    }

    [Fact]
    public void Every_file_of_a_collection_counts_and_their_sender_is_told_once()
    {
        var validated = Validated.Of(
            "[MaxSize(\"1B\")] IFormFile[] a, [MaxSize(\"2B\")] List<IFormFile> b, [MaxSize(\"3B\")] IFormFileCollection c"
        );

        Assert.Empty(validated.Errors(Files(1, 1), Files(1, 2).ToList(), Collection(3)));
        Assert.Equal(
            [
                "a: The file a must not be larger than 1 bytes.",
                "b: The file b must not be larger than 2 bytes.",
                "c: The file c must not be larger than 3 bytes.",
            ],
            validated.Errors(Files(2, 1, 2), Files(1, 3).ToList(), Collection(1, 4))
        );
    }

    [Theory]
    [InlineData("text/plain", true)]
    [InlineData("TEXT/Plain; charset=utf-8", true)]
    [InlineData("text/x-anything", true)]
    [InlineData("image/png", true)]
    [InlineData("Image/PNG", true)]
    [InlineData("image/png+xml", false)]
    [InlineData("image/jpeg", false)]
    [InlineData("textual/plain", false)]
    [InlineData("text", false)]
    [InlineData("text/", false)]
    [InlineData("text/*", false)]
    [InlineData("*/*", false)]
    [InlineData("text/plain, image/jpeg", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_file_states_one_of_the_media_types(string? stated, bool isAllowed) =>
        Assert.Equal(
            isAllowed ? [] : ["a: The file a must be of the type text/* or image/png."],
            Validated.Of("[ContentType(\"text/*\", \"image/png\")] IFormFile a").Errors(File(1, type: stated))
        );

    [Theory]
    [InlineData("a.txt", true)]
    [InlineData("A.TXT", true)]
    [InlineData("a.tar.gz", true)]
    [InlineData("C:\\dir.exe\\a.txt", true)]
    [InlineData("a.exe\0.txt", true)]
    [InlineData("a.txt\0", true)]
    [InlineData("a.gz", false)]
    [InlineData("a.txt.exe", false)]
    [InlineData("a.txt/x.exe", false)]
    [InlineData("a.txt.", false)]
    [InlineData("a.txt ", false)]
    [InlineData("atxt", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_file_name_ends_in_one_of_the_extensions(string? name, bool isAllowed) =>
        Assert.Equal(
            isAllowed ? [] : ["a: The file a must have the extension .txt or .tar.gz."],
            Validated.Of("[AllowedExtensions(\".txt\", \".tar.gz\")] IFormFile a").Errors(File(1, name))
        );

    [Fact]
    public void Files_of_a_form_object_are_known_by_their_fields()
    {
        var validated = Validated.Of(
            "Form form",
            "public record Form([MaxSize(\"1B\")] IFormFile Data, [MaxSize(\"1B\")] List<IFormFile>? More);",
            ""
        );
        var form = Activator.CreateInstance(validated.Assembly.GetType("Form")!, File(2), Files(2).ToList());

        Assert.Equal(
            ["Data: The file Data must not be larger than 1 bytes.", "More: The file More must not be larger than 1 bytes."],
            validated.Errors(form)
        );
    }

    [Theory]
    [InlineData("[MaxSize(\"5MB\")] IFormFile a", 5L << 20)]
    [InlineData("[MaxSize(\"5MB\")] IFormFile a, [MaxSize(7)] IFormFile? b", (5L << 20) + 7)]
    [InlineData("[MaxSize(\"5MB\")] IFormFile a, IFormFile b", null)]
    [InlineData("[MaxSize(\"5MB\"), MaxLength(3)] IFormFile[] a", 15L << 20)]
    [InlineData("[MaxSize(\"5MB\"), Length(1, 2)] List<IFormFile> a", 10L << 20)]
    [InlineData("[MaxSize(\"5MB\")] IFormFile[] a", null)]
    [InlineData("[MaxSize(\"8589934591GB\"), MaxLength(2)] IFormFile[] a", null)]
    [InlineData("[MaxSize(\"8589934591GB\")] IFormFile a, [MaxSize(\"8589934591GB\")] IFormFile b", null)]
    [InlineData("[ContentType(\"a/b\")] IFormFile a", null)]
    [InlineData("Limited a, [MaxSize(1)] IFormFile b", 11L)]
    [InlineData("Unlimited a", null)]
    [InlineData("Many a", null)]
    [InlineData("Nested a", null)]
    public void The_limits_of_all_files_add_up_unless_one_has_none(string signature, long? total)
    {
        const string Types = """
            public record Limited([MaxSize(10)] IFormFile File, string Name, List<string> Names, Uri Link);
            public record Unlimited([MaxSize(10)] IFormFile File, IFormFile Other);
            public record Many(List<Limited> Items);
            public record Nested([MaxSize(10)] IFormFile File, Nested? Next);
            """;
        Assert.Equal(total, UploadLimit.Total(Validated.ModelsOf(signature, Types)));
    }

    private static IFormFile[] Files(params int[] sizes) => [.. sizes.Select(size => File(size))];

    private static FormFileCollection Collection(params int[] sizes) => [.. sizes.Select(size => File(size))];

    private static FormFile File(int size, string? name = "a.txt", string? type = "text/plain") =>
        new(Stream.Null, 0, size, "a", name!) { Headers = new HeaderDictionary(), ContentType = type! };
}

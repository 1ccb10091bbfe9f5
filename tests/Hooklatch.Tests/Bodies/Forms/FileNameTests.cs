using Hooklatch.Bodies.Forms;

namespace Hooklatch.Tests.Bodies.Forms;

public class FileNameTests
{
    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\windows\\system.ini", "system.ini")]
    [InlineData("a/b\\c/d.txt", "d.txt")]
    [InlineData("r\0e\r\np\u0085o\u2028r\u2029t\u007f.txt", "report.txt")]
    [InlineData("", "file")]
    [InlineData(".", "file")]
    [InlineData("..", "file")]
    [InlineData(".\0.", "file")]
    [InlineData("... ", "file")]
    [InlineData("a/", "file")]
    [InlineData(".env", ".env")]
    [InlineData("\u00fcber \ud83d\ude00.txt", "\u00fcber \ud83d\ude00.txt")]
    public void A_name_to_show_is_no_path_and_breaks_no_line(string given, string shown) =>
        Assert.Equal(shown, FileNames.ToDisplayName(given));

    [Fact]
    public void A_name_has_at_most_255_characters_and_no_half_ones()
    {
        Assert.Equal(new string('a', 255), FileNames.ToDisplayName(new string('a', 300)));
        Assert.Equal(new string('a', 254), FileNames.ToDisplayName(new string('a', 254) + "\ud83d\ude00b"));
    }

    [Theory]
    [InlineData("filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("filename=\"..\\\\..\\\\boot.ini\"", "boot.ini")]
    [InlineData("filename=a.txt; filename*=UTF-8''..%2F..%2Fevil%00.txt", "evil.txt")]
    public void A_files_name_is_one_to_show(string parameter, string shown)
    {
        var form = TestForms.ReadValid(TestForms.Whole(TestForms.Part($"form-data; name=f; {parameter}", "1")), TestForms.Multipart);

        Assert.Equal(shown, form.Files.Single().FileName);
    }
}

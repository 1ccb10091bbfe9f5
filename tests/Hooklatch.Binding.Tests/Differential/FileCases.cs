using System.Text;
using Hooklatch.Binding.Tests.Http;
using static Hooklatch.Binding.Tests.Http.Multipart;

namespace Hooklatch.Binding.Tests.Differential;

/// <summary>Multipart bodies: files, and everything that may be wrong with a part.</summary>
internal static class FileCases
{
    private static readonly string[] Endpoints = ["one", "optional", "named", "list", "collection", "form"];

    private static readonly string File = Multipart.File("file", "a.txt", "content");

    private static readonly (string Name, string Body)[] Bodies =
    [
        ("one file", Body(File)),
        ("no part", Body()),
        ("nothing", ""),
        ("two files", Body(File, Multipart.File("file", "b.txt", "more"))),
        ("other name", Body(Multipart.File("other", "a.txt", "content"))),
        ("name in another case", Body(Multipart.File("FILE", "a.txt", "content"))),
        ("file and field", Body(File, Field("note", "n"))),
        ("named file", Body(Multipart.File("upload", "u.txt", "content"), Field("note", "n"))),
        ("a field of that name", Body(Field("file", "text"))),
        ("empty file", Body(Multipart.File("file", "a.txt", ""))),
        ("empty file name", Body(Multipart.File("file", "", "content"))),
        ("no content type", Body(Part("form-data; name=file; filename=a.txt", "content"))),
        ("unquoted", Body(Part("form-data; name=file; filename=a.txt", "content", "Content-Type: a/b\r\n"))),
        ("extended file name", Body(Part("form-data; name=file; filename*=UTF-8''%C3%BC.txt", "content"))),
        ("both file names", Body(Part("form-data; name=file; filename=a.txt; filename*=UTF-8''b.txt", "content"))),
        ("file name with umlaut", Body(Multipart.File("file", "ü.txt", "content"))),
        ("file name with quote", Body(Multipart.File("file", "a\\\"b.txt", "content"))),
        ("file name with path", Body(Multipart.File("file", "../../etc/passwd", "content"))),
        ("file name with drive", Body(Multipart.File("file", "C:\\\\a.txt", "content"))),
        ("line breaks in the content", Body(Multipart.File("file", "a.txt", "\r\n--\r\n--a\r\n\r\n"))),
        ("content like a boundary", Body(Multipart.File("file", "a.txt", "--b\r"))),
        ("upper-case headers", Body(Part("FORM-DATA; NAME=file; FILENAME=a.txt", "content", "CONTENT-TYPE: TEXT/PLAIN\r\n"))),
        ("more headers", Body(Part("form-data; name=file; filename=a.txt", "content", "X-A: 1\r\nX-A: 2\r\nContent-ID: <x>\r\n"))),
        ("preamble", "preamble\r\n" + Body(File)),
        ("epilogue", Body(File) + "epilogue"),
        ("padded boundary", Body(File).Replace("--b\r\n", "--b  \r\n", StringComparison.Ordinal)),
        ("no line end after the last boundary", Body(File).TrimEnd()),
        ("no last boundary", File),
        ("cut last boundary", File + "--b-"),
        ("line feeds only", Body(File).Replace("\r\n", "\n", StringComparison.Ordinal)),
        ("attachment", Body(Part("attachment; name=file; filename=a.txt", "content"))),
        ("no disposition", "--b\r\nContent-Type: text/plain\r\n\r\ncontent\r\n--b--\r\n"),
        ("no name", Body(Part("form-data; filename=a.txt", "content"))),
        ("two names", Body(Part("form-data; name=file; name=other; filename=a.txt", "content"))),
        ("two dispositions", Body(Part("form-data; name=file; filename=a.txt", "content", "Content-Disposition: form-data; name=x\r\n"))),
        ("field in latin1", Body(File, Part("form-data; name=note", "n", "Content-Type: text/plain; charset=iso-8859-1\r\n"))),
        ("field in utf-7", Body(File, Part("form-data; name=note", "+AGE-", "Content-Type: text/plain; charset=utf-7\r\n"))),
        ("field with a byte order mark", Body(File, Field("note", "\uFEFFn"))),
        ("encoded part", Body(File, Part("form-data; name=note", "bg==", "Content-Transfer-Encoding: base64\r\n"))),
        ("header without colon", Body(Part("form-data; name=file; filename=a.txt", "content", "broken\r\n"))),
        ("mixed in a part", Body(Part("form-data; name=file", "--c\r\n\r\n\r\n--c--", "Content-Type: multipart/mixed; boundary=c\r\n"))),
    ];

    private static readonly (string Name, string? Type)[] MediaTypes =
    [
        ("quoted boundary", "multipart/form-data; boundary=\"b\""),
        ("upper case", "MULTIPART/FORM-DATA; BOUNDARY=b"),
        ("no boundary", "multipart/form-data"),
        ("empty boundary", "multipart/form-data; boundary="),
        ("other boundary", "multipart/form-data; boundary=other"),
        ("boundary in another case", "multipart/form-data; boundary=B"),
        ("two boundaries", "multipart/form-data; boundary=b; boundary=c"),
        ("long boundary", "multipart/form-data; boundary=" + new string('b', 71)),
        ("charset", "multipart/form-data; boundary=b; charset=utf-8"),
        ("charset utf-16", "multipart/form-data; boundary=b; charset=utf-16"),
        ("mixed", "multipart/mixed; boundary=b"),
        ("related", "multipart/related; boundary=b"),
        ("urlencoded", "application/x-www-form-urlencoded"),
        ("json", "application/json"),
        ("octet-stream", "application/octet-stream"),
        ("none", null),
    ];

    public static IEnumerable<Case> All() =>
        [
            .. from endpoint in Endpoints
            from body in Bodies
            select new Case($"file/{endpoint} {body.Name}", Request.WithBody($"/file/{endpoint}", ContentType, body.Body)),
            .. from endpoint in new[] { "one", "optional" }
            from media in MediaTypes
            select new Case($"file/{endpoint} of type {media.Name}", Request.WithBody($"/file/{endpoint}", media.Type, Body(File))),
            .. from endpoint in Endpoints select new Case($"file/{endpoint} no body", new Request { Target = $"/file/{endpoint}" }),
            .. from endpoint in new[] { "one", "optional" }
            select new Case(
                $"file/{endpoint} chunked",
                Request.WithBody($"/file/{endpoint}", ContentType, Body(File)) with
                {
                    IsChunked = true,
                }
            ),
            new(
                "file/one latin1 file name",
                Request.WithBody("/file/one", ContentType, Encoding.Latin1.GetBytes(Body(Multipart.File("file", "ü", "c"))))
            ),
            new("file/one truncated", Request.WithBody("/file/one", ContentType, Body(File)) with { Missing = 9 }),
            new(
                "object/report file and title",
                Multipart.Post("/object/report", Field("Title", "t"), Multipart.File("Content", "a.txt", "c"))
            ),
            new("object/report title only", Multipart.Post("/object/report", Field("Title", "t"))),
            new("object/report file only", Multipart.Post("/object/report", Multipart.File("Content", "a.txt", "c"))),
            new("object/report name in another case", Multipart.Post("/object/report", Multipart.File("content", "a.txt", "c"))),
        ];
}

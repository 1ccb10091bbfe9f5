using System.Text;
using Hooklatch.Providers;

namespace Hooklatch.Tests.Verification.Code;

/// <summary>The reader of small XML documents that nobody verified yet.</summary>
public sealed class FlatXmlTests
{
    [Theory]
    [InlineData("<xml><A>1</A></xml>", "1")]
    [InlineData("<?xml version='1.0'?><!-- <A>2</A> --><xml><A>1</A></xml>", "1")]
    [InlineData("<xml><A><![CDATA[<b>]]></A></xml>", "<b>")]
    [InlineData("<xml><A><![CDATA[]]>1</A></xml>", "1")]
    [InlineData("<xml><A a='x'>1</A></xml>", "1")]
    [InlineData("<xml>\n<A\n>1</A>\n</xml>\n", "1")]
    [InlineData("<xml><A/></xml>", "")]
    [InlineData("<xml><A /><B>1</B></xml>", "")]
    [InlineData("<xml><B><A>2</A></B><A>1</A></xml>", "1")]
    [InlineData("<xml><B/><A>1</A></xml>", "1")]
    [InlineData("<xml><A>1</A><A>1</A></xml>", null)]
    [InlineData("<xml><a>1</a></xml>", null)]
    [InlineData("<A>1</A>", null)]
    [InlineData("", null)]
    public void The_one_value_below_the_root_is_found(string document, string? value) => Assert.Equal(value, Read(document)!.Single("A"));

    [Theory]
    [InlineData("<xml><A>1</A>")]
    [InlineData("<xml><A>1</xml>")]
    [InlineData("<xml><A>1</A></xml></xml>")]
    [InlineData("</xml><xml>")]
    [InlineData("<xml><A>1</A></xml")]
    [InlineData("<xml><A><![CDATA[1</A></xml>")]
    [InlineData("<xml><!-- </xml>")]
    [InlineData("<?xml <xml></xml>")]
    [InlineData("<!DOCTYPE xml><xml><A>1</A></xml>")]
    [InlineData("<xml><!ENTITY a 'b'></xml>")]
    [InlineData("<xml><></></xml>")]
    [InlineData("<xml>< A>1</A></xml>")]
    [InlineData("<xml></></xml>")]
    public void What_is_more_or_less_than_such_a_document_is_none(string document) => Assert.Null(Read(document));

    [Fact]
    public void Depth_and_bytes_are_bounded()
    {
        Assert.NotNull(Read(Nested(32)));
        Assert.Null(Read(Nested(33)));
        Assert.Null(FlatXml.Read([.. "<xml><A>"u8, 0xff, .. "</A></xml>"u8]));
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    private static FlatXml? Read(string document) => FlatXml.Read(Encoding.UTF8.GetBytes(document));
}

using System.Net;
using System.Text;
using Hooklatch.Console.Tests.Hosting;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests.Bodies;

/// <summary>What people read of a body.</summary>
public sealed class BodyTests
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data; boundary=b";

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("1E400")]
    [InlineData("0.10")]
    [InlineData("-0")]
    [InlineData("123456789012345678901234567890.000")]
    public async Task A_number_is_shown_as_it_was_sent(string number) =>
        Assert.Equal($"{{\n  \"n\": {number}\n}}", (await ShowAsync($$"""{"n":{{number}}}""")).Text);

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "{\n  \"a\": 1,\n  \"a\": 2\n}")]
    [InlineData("""["\ud83d","\u0041","\/","😀"]""", "[\n  \"\\ud83d\",\n  \"\\u0041\",\n  \"\\/\",\n  \"😀\"\n]")]
    [InlineData(
        """{"\ud83d":{},"b":[],"c":[[1],{"d":null}]}""",
        "{\n  \"\\ud83d\": {},\n  \"b\": [],\n  \"c\": [\n    [\n      1\n    ],\n    {\n      \"d\": null\n    }\n  ]\n}"
    )]
    [InlineData("true", "true")]
    [InlineData(" \"x\" ", "\"x\"")]
    public async Task Json_is_shown_with_line_breaks_and_nothing_else_is_changed(string json, string shown)
    {
        var view = await ShowAsync(json);
        Assert.Equal(("json", shown, 0), (view.Kind, view.Text, view.Masked));
        Assert.False(view.IsCut);
    }

    [Theory]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":1}x""")]
    [InlineData("""{'a':1}""")]
    [InlineData("""[1,]""")]
    public async Task What_is_no_json_is_shown_as_text(string text)
    {
        var view = await ShowAsync(text);
        Assert.Equal(("text", text), (view.Kind, view.Text));
        Assert.Null(view.Drift);
    }

    [Fact]
    public async Task A_large_document_is_cut()
    {
        var view = await ShowAsync($"[{string.Join(',', Enumerable.Repeat("1", 100_000))}]");
        Assert.True(view.IsCut);
        Assert.Equal(256 << 10, view.Text!.Length);
        Assert.Equal("json", view.Kind);
    }

    [Fact]
    public async Task A_long_text_is_cut_and_no_character_is_cut_in_two()
    {
        var view = await ShowAsync($"\"x{string.Concat(Enumerable.Repeat("😀", 300_000))}\"");
        Assert.True(view.IsCut);
        Assert.True(view.Text!.Length <= 256 << 10);
        Assert.False(char.IsHighSurrogate(view.Text[^1]));
    }

    [Fact]
    public async Task A_document_that_is_deeper_than_people_read_is_cut_there()
    {
        var view = await ShowAsync(string.Concat(Enumerable.Repeat("[", 5000)) + string.Concat(Enumerable.Repeat("]", 5000)));
        Assert.Equal(("json", true), (view.Kind, view.IsCut));
        Assert.Contains("[ … ]", view.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fields_of_a_form_are_decoded_in_their_order()
    {
        var view = await ShowAsync("b=1+2&a=%E2%82%AC&a=&payload=%7B%22n%22%3A0.10%7D", Form);
        Assert.Equal("form", view.Kind);
        Assert.Equal(["b", "a", "a", "payload"], view.Fields.Select(field => field.Name));
        Assert.Equal(["1 2", "€", "", "{\n  \"n\": 0.10\n}"], view.Fields.Select(field => field.Value));
    }

    [Fact]
    public async Task The_parts_of_a_multipart_body_have_names_sizes_and_content()
    {
        var view = await ShowAsync(
            "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../<b>\u202Ex.json\"\r\nContent-Type: application/json\r\n\r\n{\"n\":1E400}\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"raw\"; filename=\"x.bin\"\r\n\r\n\0\u0001\r\n--b--\r\n",
            Multipart
        );
        Assert.Equal("parts", view.Kind);
        Assert.Equal(("note", null, 5L, "hello"), (view.Parts[0].Name, view.Parts[0].FileName, view.Parts[0].Length, view.Parts[0].Text));
        Assert.Equal(("<b>\u202Ex.json", "application/json"), (view.Parts[1].FileName, view.Parts[1].ContentType));
        Assert.Equal("{\n  \"n\": 1E400\n}", view.Parts[1].Text);
        Assert.StartsWith("00000000   00 01", view.Parts[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_malformed_is_shown_as_text() =>
        Assert.Equal("text", (await ShowAsync("--b\r\nnonsense", Multipart)).Kind);

    [Fact]
    public async Task Bytes_are_shown_as_rows()
    {
        var view = await ShowAsync([.. "0123456789abcdef"u8, 0xFF, 0x00], "application/octet-stream");
        Assert.Equal("binary", view.Kind);
        Assert.Equal(
            "00000000   30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  |0123456789abcdef|\n"
                + "00000010   ff 00                                             |..|\n",
            view.Text
        );
        view = await ShowAsync([.. Enumerable.Repeat((byte)0xFF, 5000)], "application/octet-stream");
        Assert.Equal((true, 5000L, 256), (view.IsCut, view.Length, view.Text!.Count(c => c == '\n')));
    }

    [Fact]
    public async Task An_empty_body_is_empty()
    {
        var view = await ShowAsync("");
        Assert.Equal("empty", view.Kind);
        Assert.Null(view.Text);
    }

    [Fact]
    public async Task What_was_inside_of_a_body_is_shown_in_its_place()
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync(host.Item("payload=sealed"u8.ToArray(), Form) with { Payload = "{\"a\":1}"u8.ToArray() });
        var view = await host.GetAsync<BodyView>($"deliveries/{id}/body");
        Assert.Equal(("json", true), (view.Kind, view.IsPayload));
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task The_exact_bytes_are_a_download_that_nothing_runs_and_that_is_written_down(StoreKind store)
    {
        await using var host = await DeliveryHost.StartAsync(store);
        byte[] body = [.. "<script>"u8, 0xFF];
        var id = await host.AddAsync(host.Item(body, "text/html; x=\"\u202E\""));
        using var answer = await host.SendAsync(HttpMethod.Get, $"deliveries/{id}/body/raw", ConsoleRole.Bodies);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal($"delivery-{id}.bin", answer.Content.Headers.ContentDisposition.FileName);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(("download", $"delivery {id}"), (host.Audit.Single().Action, host.Audit.Single().Target));
    }

    private static Task<BodyView> ShowAsync(string body, string contentType = "application/json") =>
        ShowAsync(Encoding.UTF8.GetBytes(body), contentType);

    private static async Task<BodyView> ShowAsync(byte[] body, string contentType)
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync(host.Item(body, contentType));
        return await host.GetAsync<BodyView>($"deliveries/{id}/body", ConsoleRole.Bodies);
    }
}

using System.Net.Http.Headers;
using System.Text;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Shapes;

/// <summary>Providers that wrap their payload in a form, label it oddly, or want a certain answer.</summary>
public sealed class ShapeTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Payload = """{"action":"opened"}""";

    private readonly WebhookHost _host = shared.Fresh;

    [Fact]
    public async Task A_payload_in_a_form_is_verified_as_the_form_and_bound_as_its_field()
    {
        var form = "payload=" + Uri.EscapeDataString(Payload);

        await PostAsync("/shapes/envelope", form, form, Form).IsAsync(200, """opened 0 {"action""");
        await PostAsync("/shapes/envelope", form, Payload, Form).IsProblemAsync(403, "Invalid signature");
        await PostAsync("/shapes/envelope", $"a=1&{form}&b=2", $"a=1&{form}&b=2", Form).IsAsync(200);
    }

    [Fact]
    public async Task A_payload_that_comes_as_JSON_is_taken_as_it_is() =>
        await PostAsync("/shapes/envelope", Payload, Payload, "application/json").IsAsync(200, """opened 0 {"action""");

    [Theory]
    [InlineData("")]
    [InlineData("other=1")]
    [InlineData("payload=")]
    [InlineData("Payloads=1")]
    [InlineData("payload=%7B%7D&payload=%7B%7D")]
    public async Task A_form_without_exactly_one_payload_is_400(string form)
    {
        await PostAsync("/shapes/envelope", form, form, Form).IsProblemAsync(400, "The form field 'payload' is missing");
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_payload_that_is_no_JSON_is_400() =>
        await PostAsync("/shapes/envelope", "payload=x", "payload=x", Form).IsProblemAsync(400, "Invalid JSON payload");

    [Fact]
    public async Task A_payload_in_a_form_may_be_as_large_as_the_body()
    {
        var text = new string('ü', 100_000);
        var form = "payload=" + Uri.EscapeDataString($$"""{"action":"x","text":"{{text}}"}""");
        Assert.InRange(form.Length, 600_000, 1024 * 1024);

        await PostAsync("/shapes/envelope", form, form, Form).IsAsync(200, """x 100000 {"action""");
        await PostAsync("/shapes/envelope", form + "&pad=" + new string('x', 1024 * 1024), form, Form).IsAsync(413);
    }

    [Fact]
    public async Task Only_an_endpoint_that_says_so_takes_a_form_for_JSON()
    {
        var form = "payload=" + Uri.EscapeDataString(Payload);

        await PostAsync("/shapes/plain", form, form, Form).IsProblemAsync(415, "The endpoint does not accept this media type");
        await PostAsync("/shapes/envelope", form, form, "multipart/form-data; boundary=x")
            .IsProblemAsync(415, "The endpoint does not accept this media type");
    }

    [Theory]
    [InlineData("text/plain", 202)]
    [InlineData("text/plain; charset=utf-8", 202)]
    [InlineData("Text/Plain", 202)]
    [InlineData("application/json", 202)]
    [InlineData("text/plain; charset=utf-16", 415)]
    [InlineData("text/html", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    public async Task A_scheme_names_the_media_types_that_count_as_JSON(string type, int status) =>
        await PostAsync("/shapes/silent", "{}", "{}", type).IsAsync(status);

    [Fact]
    public async Task Without_the_scheme_another_media_type_is_rejected() =>
        await PostAsync("/shapes/plain", "{}", "{}", "text/plain").IsProblemAsync(415, "The endpoint does not accept this media type");

    [Fact]
    public async Task A_handler_that_answers_nothing_answers_what_the_provider_demands()
    {
        var answer = await PostAsync("/shapes/silent", "{}", "{}", "application/json");

        Assert.Equal((202, """{"ok":true}"""), ((int)answer.StatusCode, await answer.TextAsync()));
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_handler_that_answers_something_answers_that() =>
        await PostAsync("/shapes/talking", "{}", "{}", "application/json").IsAsync(200, "I talk");

    [Fact]
    public async Task A_rejection_is_not_acknowledged() =>
        await PostAsync("/shapes/silent", "no JSON", "no JSON", "application/json").IsProblemAsync(400, "Invalid JSON payload");

    [Fact]
    public async Task A_provider_chooses_the_status_of_an_invalid_signature_and_of_nothing_else()
    {
        await PostAsync("/shapes/silent", "{}", "[]", "application/json").IsProblemAsync(401, "Invalid signature");
        await _host.PostAsync("/shapes/silent", "{}").IsProblemAsync(400, "Missing signature");
        await PostAsync("/shapes/silent", "{}", "{}", "text/html").IsAsync(415);
    }

    private Task<HttpResponseMessage> PostAsync(string endpoint, string body, string signed, string type)
    {
        var request = Requests.Create(
            HttpMethod.Post,
            WebhookHost.Prefix + endpoint,
            Encoding.UTF8.GetBytes(body),
            ("X-Signature", Sign.Sha256Hex(signed))
        );
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return _host.SendAsync(request);
    }
}

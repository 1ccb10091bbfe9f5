using System.Text;
using Hooklatch.Binding.Tests.Http;
using static Hooklatch.Binding.Tests.Http.Multipart;

namespace Hooklatch.Binding.Tests.Hazards;

/// <summary>Broken multipart bodies, and what is left of them.</summary>
public sealed class MultipartTests(HooklatchHost host) : IClassFixture<HooklatchHost>
{
    [Fact]
    public async Task A_form_that_is_cut_at_any_byte_is_rejected_at_once()
    {
        var whole = Encoding.UTF8.GetBytes(Body(Field("note", "n"), File("file", "a.txt", "content")));
        var complete = whole.Length - "\r\n".Length;
        for (var length = 0; length < complete; length++)
        {
            // To wait for the rest would be 408.
            var answer = await host.SendAsync(Request.WithBody("/file/form", ContentType, whole[..length]));
            Assert.Equal(400, answer.Status);
        }

        Assert.Equal(200, (await host.SendAsync(Request.WithBody("/file/form", ContentType, whole[..complete]))).Status);
        host.AssertNothingLeft();
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("too many parts")]
    [InlineData("malformed header")]
    [InlineData("sender left")]
    [InlineData("handler rejected")]
    [InlineData("accepted")]
    public async Task A_spooled_form_leaves_no_file_and_no_descriptor(string fate)
    {
        // In the memory that this host has, a body of this size goes to a file.
        var large = File("file", "a.txt", new string('c', 200_000));
        var body = fate switch
        {
            "cut" => large,
            "too many parts" => Body([large, .. Enumerable.Repeat(Field("f", "v"), 40)]),
            "malformed header" => Body(large, Part("form-data; name=f", "v", "broken\r\n")),
            "handler rejected" => Body(large.Replace("name=\"file\"", "name=\"other\"", StringComparison.Ordinal)),
            _ => Body(large),
        };
        var endpoint = fate == "too many parts" ? "/limits/default" : "/file/one";
        var answer = await host.SendAsync(
            Request.WithBody(endpoint, ContentType, body) with
            {
                Missing = fate == "sender left" ? 1000 : 0,
            }
        );

        // A sender that left may or may not see its answer.
        Assert.Contains(
            answer.Status,
            fate switch
            {
                "accepted" => [200],
                "sender left" => [0, 400],
                _ => new[] { 400 },
            }
        );
        await host.WhenIdleAsync();
        host.AssertNothingLeft();
    }
}

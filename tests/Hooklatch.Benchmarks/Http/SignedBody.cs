using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hooklatch.Benchmarks.Uploads;

namespace Hooklatch.Benchmarks.Http;

/// <summary>A body that was signed before anything is measured.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">What is sent.</param>
/// <param name="Answer">What a receiver says that took it.</param>
internal sealed record SignedBody(string ContentType, byte[] Bytes, string Answer)
{
    /// <summary>As GitHub signs.</summary>
    public string Signature { get; } =
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SignedUpload.Secret), Bytes));

    /// <summary>A push of about so many bytes: one of GitHub's examples, with more or fewer commits, or next to nothing.</summary>
    public static SignedBody Push(JsonObject example, int length, int variant)
    {
        var push = length < 1_000 ? Smallest(length) : example.DeepClone().AsObject();
        push["after"] = variant.ToString("x40", CultureInfo.InvariantCulture);
        var commits = push["commits"]!.AsArray();
        while (push.ToJsonString().Length + commits[0]!.ToJsonString().Length <= length)
        {
            commits.Add(commits[0]!.DeepClone());
        }

        return new SignedBody(
            "application/json",
            Encoding.UTF8.GetBytes(push.ToJsonString()),
            $"push: {push["pusher"]!["name"]} pushed {commits.Count} commit(s) to {push["repository"]!["full_name"]}"
        );
    }

    /// <summary>A form with one file.</summary>
    public static SignedBody Upload(int mebibytes, int variant)
    {
        using var upload = new SignedUpload(mebibytes);
        var bytes = upload.ReadAsByteArrayAsync().GetAwaiter().GetResult();
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length / 2), variant);
        return new SignedBody(upload.Headers.ContentType!.ToString(), bytes, $"{upload.FileLength}");
    }

    private static JsonObject Smallest(int length)
    {
        JsonObject Make(string message) =>
            new()
            {
                ["after"] = new string('0', 40),
                ["repository"] = new JsonObject { ["full_name"] = "octo/hello" },
                ["pusher"] = new JsonObject { ["name"] = "mona" },
                ["commits"] = new JsonArray(new JsonObject { ["message"] = message }),
            };
        return Make(new string('m', Math.Max(0, length - Make("").ToJsonString().Length)));
    }
}

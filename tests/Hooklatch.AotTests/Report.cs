using System.Net.Http.Headers;
using System.Text;

namespace Hooklatch.AotTests;

/// <summary>An upload as the sample takes it.</summary>
internal static class Report
{
    private const string Upload = "/api/plugin/dev.sample_webhook/webhook/upload_report";

    public static MultipartFormDataContent Form(string text, string mediaType, string chat = "onebot_v11-group_12345678")
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return new MultipartFormDataContent
        {
            { file, "report_file", "week.txt" },
            { new StringContent("Week 47"), "report_name" },
            { new StringContent(chat), "target_chat" },
        };
    }

    public static async Task<Answer> SendAsync(RunningHost host, HttpContent form, string? token = Sample.ReportToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Upload) { Content = form };
        if (token is not null)
        {
            request.Headers.Add("X-Report-Token", token);
        }

        return await Answer.ReadAsync(host.Client.SendAsync(request, TestContext.Current.CancellationToken));
    }
}

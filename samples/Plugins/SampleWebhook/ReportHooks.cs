using System.ComponentModel.DataAnnotations;
using Hooklatch.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace SampleWebhook;

/// <summary>Receives reports as text files and tells a chat how they begin.</summary>
internal sealed partial class ReportHooks(ReportShelf shelf, IChatSessions chats, ILogger<ReportHooks> logger)
{
    private const int Shown = 200;

    [Webhook("/upload_report", Methods = ["POST"], Name = "Upload report", Description = "Receives a report as a text file.")]
    [SharedToken(Header = "X-Report-Token", Secret = nameof(SampleConfig.ReportToken))]
    public async Task<UploadReceipt> OnReport(
        [MaxSize("5MB"), ContentType("text/*", Message = "Only text file uploads are supported.")] IFormFile report_file,
        [FromForm, StringLength(200)] string report_name,
        [FromForm] string target_chat,
        CancellationToken cancellationToken
    )
    {
        shelf.Add(new Report(report_name, report_file.FileName, report_file.Length));
        LogReport(report_name, report_file.FileName, report_file.Length, target_chat);
        var beginning = await BeginningAsync(report_file, cancellationToken);
        var title = LogText.OneLine($"{report_name} ({report_file.FileName}):");
        await chats.TrySendTextAsync(target_chat, $"{title}\n{beginning}", cancellationToken);
        return new UploadReceipt("success", report_file.FileName, report_file.Length);
    }

    private static async Task<string> BeginningAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        var characters = new char[Shown];
        var count = await reader.ReadBlockAsync(characters, cancellationToken);
        // Half a character at the end would be none.
        return new string(characters, 0, count > 0 && char.IsHighSurrogate(characters[count - 1]) ? count - 1 : count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Report {Name} for {Chat}: {FileName}, {Size} byte(s)")]
    private partial void LogReport(string name, string fileName, long size, string chat);
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace SampleWebhook;

/// <summary>Receives reports as text files.</summary>
internal sealed partial class ReportHooks(ReportShelf shelf, ILogger<ReportHooks> logger)
{
    [Webhook("/upload_report", Methods = ["POST"], Name = "Upload report", Description = "Receives a report as a text file.")]
    [SharedToken(Header = "X-Report-Token", Secret = nameof(SampleConfig.ReportToken))]
    public Task<UploadReceipt> OnReport(
        [MaxSize("5MB"), ContentType("text/*", Message = "Only text file uploads are supported.")] IFormFile report_file,
        [FromForm] string report_name,
        [FromForm] string target_chat
    )
    {
        shelf.Add(new Report(report_name, report_file.FileName, report_file.Length));
        LogReport(report_name, report_file.FileName, report_file.Length, target_chat);
        return Task.FromResult(new UploadReceipt("success", report_file.FileName, report_file.Length));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Report {Name} for {Chat}: {FileName}, {Size} byte(s)")]
    private partial void LogReport(string name, string fileName, long size, string chat);
}

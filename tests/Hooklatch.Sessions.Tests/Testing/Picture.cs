using System.Text;

namespace Hooklatch.Sessions.Tests.Testing;

/// <summary>Small files to send.</summary>
internal static class Picture
{
    public static ChatFile Png { get; } = new("chart.png", Encoding.UTF8.GetBytes("a chart"), "image/png");

    public static ChatFile Report { get; } = new("报告 \"1\".txt", Encoding.UTF8.GetBytes("all is well"), "text/plain");
}

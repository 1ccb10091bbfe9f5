using System.Text.Json;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests;

/// <summary>What the console answers and the tool reads.</summary>
public sealed class ContractTests
{
    [Fact]
    public void An_id_is_text_so_that_a_script_reads_it_exactly()
    {
        var page = new DeliveryPage { Next = (1L << 53) + 1 };

        Assert.Equal(
            """{"deliveries":[],"next":"9007199254740993"}""",
            JsonSerializer.Serialize(page, ManagementJson.Default.DeliveryPage)
        );
    }
}

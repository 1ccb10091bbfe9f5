using Hooklatch.Verification;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>Strangers choose the values that a tenant is remembered by: they make neither two tenants one nor a name without end.</summary>
public sealed class TenantNameTests
{
    [Fact]
    public void Values_that_are_put_together_otherwise_are_another_tenant()
    {
        string[] names =
        [
            NameOf(("a", "x"), ("b", "y")),
            NameOf(("a", "x/b=y")),
            NameOf(("a", "x1:b1:y")),
            NameOf(("a", "x"), ("b", "")),
            NameOf(("a", "x")),
            NameOf(("a", "")),
            NameOf(("a", null), ("b", "")),
            NameOf(("a", "X")),
            NameOf(),
        ];

        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(NameOf(("a", "x"), ("b", "y")), names[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(TenantName.MaxLength)]
    [InlineData(8000)]
    public void A_name_is_bounded_and_still_that_of_one_tenant_alone(int length)
    {
        var value = new string('x', length);

        Assert.InRange(NameOf(("a", value)).Length, 1, TenantName.MaxLength);
        Assert.NotEqual(NameOf(("a", value)), NameOf(("a", value + "x")));
        Assert.NotEqual(NameOf(("a", value)), NameOf(("a", value[..^1] + "y")));
    }

    private static string NameOf(params (string Name, string? Value)[] values) =>
        TenantName.Of(new RouteValueDictionary(values.Select(value => KeyValuePair.Create(value.Name, (object?)value.Value))));
}

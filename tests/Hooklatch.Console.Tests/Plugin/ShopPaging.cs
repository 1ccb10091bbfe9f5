using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Console.Tests.Plugin;

/// <summary>Parameters with a rule, which is checked once there is an object of them.</summary>
internal sealed record ShopPaging
{
    [FromQuery]
    [Range(2, 9)]
    public required int Page { get; init; }
}

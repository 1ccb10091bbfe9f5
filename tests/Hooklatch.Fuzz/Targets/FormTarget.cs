using System.Text;
using Hooklatch.Bodies.Forms;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Fuzz.Targets;

/// <summary>
/// A form, in memory and through windows of several sizes. One that is accepted is within the limits and means what it means to ASP.NET Core.
/// </summary>
internal abstract class FormTarget(string name, Func<FormRequest, FormReadResult[]> readInEveryWay) : FuzzTarget(name)
{
    private static readonly FormLimits Limits = FormLimits.Default;

    protected static FormReadResult[] Read(FormRequest request) =>
        TestForms.ReadInEveryWayAsync(request.Body, request.ContentType, Limits).Result;

    public override void Check(byte[] input)
    {
        var request = FormRequest.Parse(input);
        var results = readInEveryWay(request);
        Assert.All(results, result => Assert.Equal(results[0].Failure, result.Failure));
        if (!results[0].Succeeded)
        {
            return;
        }

        CheckLimits(results[0].Form!);
        if (IsReadAlikeByAspNet(request) && ReadByAspNet(request) is { } expected)
        {
            Assert.All(results, result => Assert.Equal(Describe(expected), Describe(result.Form!)));
        }
    }

    /// <summary>Whether ASP.NET Core reads the form as the standards say, and not in a way of its own.</summary>
    protected abstract bool IsReadAlikeByAspNet(FormRequest request);

    /// <summary>The form, or null where ASP.NET Core rejects it: it counts names before they are decoded, for one.</summary>
    private static IFormCollection? ReadByAspNet(FormRequest request)
    {
        try
        {
            return AspNetForms.ReadAsync(request.Body, request.ContentType).GetAwaiter().GetResult();
        }
        catch (Exception rejection) when (rejection is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static void CheckLimits(IFormCollection form)
    {
        var fields = form.Sum(field => field.Value.Count);
        Assert.InRange(fields, 0, Limits.MaxFields);
        Assert.InRange(form.Files.Count, 0, Limits.MaxParts);
        Assert.All(form.Keys, key => Assert.InRange(Encoding.UTF8.GetByteCount(key), 0, Limits.MaxKeyBytes));
        Assert.All(
            form.SelectMany(field => field.Value),
            value => Assert.InRange(Encoding.UTF8.GetByteCount(value!), 0, Limits.MaxValueBytes)
        );
    }

    private static string[] Describe(IFormCollection form) => AspNetForms.DescribeAsync(form).Result;
}

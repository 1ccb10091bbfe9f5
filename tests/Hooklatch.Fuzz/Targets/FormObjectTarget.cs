using System.Text.Json;
using Hooklatch.Binding;
using Hooklatch.Bodies.Forms;
using Hooklatch.Fuzz.Handlers;
using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Fuzz.Targets;

/// <summary>Form objects: bound exactly where <see cref="OrderOracle"/> finds every value, and to these values.</summary>
internal sealed class FormObjectTarget(Func<IFormCollection, object?> bind) : FuzzTarget("formobject")
{
    private const string Rejected = "rejected";

    public FormObjectTarget()
        : this(FuzzedDelivery.OfOrder) { }

    public override void Check(byte[] input)
    {
        var request = FormRequest.Parse(input);
        if (FormReader.Read(request.Body, request.ContentType).Form is { } form)
        {
            Assert.Equal(Describe(OrderOracle.Read(form)), Describe(bind(form)));
        }
    }

    private static string Describe(object? answer) =>
        answer switch
        {
            Order order => JsonSerializer.Serialize(order, FuzzJson.Default.Order),
            null or BindingErrors => Rejected,
            _ => throw new InvalidOperationException($"An order gave {answer}."),
        };
}

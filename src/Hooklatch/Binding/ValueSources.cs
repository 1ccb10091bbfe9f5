namespace Hooklatch.Binding;

/// <summary>What a sender calls the places that values come from, in messages: <c>The query value 'page' is required.</c></summary>
internal static class ValueSources
{
    public const string Header = "header";
    public const string Query = "query value";
    public const string Route = "route value";
    public const string Form = "form field";
}

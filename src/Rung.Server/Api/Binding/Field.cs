namespace Rung.Server.Api.Binding;

/// <summary>A part of a request beside its body, as the OpenAPI document describes it.</summary>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Example">Also tells the type: a number or text.</param>
public sealed record Field(string Name, string In, string Description, object Example)
{
    public bool IsRequired { get; init; }

    /// <summary>The values there are; empty: any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

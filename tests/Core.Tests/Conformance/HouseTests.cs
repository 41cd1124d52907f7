using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Rung.Core.Tests.Conformance;

/// <summary>The habits of CONTRIBUTING.md that can be counted in the product's sources; <c>eng/check</c> counts the files' lines.</summary>
public sealed class HouseTests
{
    private const int MostParameters = 4;
    private const int HalfOfAll = 8;
    private const int NearlyAll = 30;

    private static readonly Lazy<IReadOnlyList<MethodDeclarationSyntax>> Methods = new(() =>
        [
            .. Directory
                .EnumerateFiles(Checkout.Path("src"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !IsMadeByTools(Path.GetRelativePath(Checkout.Root, file)))
                .SelectMany(file =>
                    CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file).GetRoot().DescendantNodes()
                )
                .OfType<MethodDeclarationSyntax>(),
        ]
    );

    [Fact]
    public void Half_of_the_methods_have_under_eight_lines_and_nineteen_of_twenty_under_thirty()
    {
        var lengths = Methods.Value.Select(Lines).Order().ToList();

        Assert.True(lengths.Count > 1000, $"only {lengths.Count} methods were found");
        Assert.True(lengths[lengths.Count / 2] < HalfOfAll, $"half have up to {lengths[lengths.Count / 2]} lines");
        var most = lengths[lengths.Count * 95 / 100];
        Assert.True(most < NearlyAll, $"nineteen of twenty have up to {most} lines");
    }

    [Fact]
    public void More_than_four_parameters_become_a_record()
    {
        var many = Methods
            .Value.Where(method => method.ParameterList.Parameters.Count > MostParameters)
            .Where(method => !IsSomebodyElses(method) && !IsRoute(method))
            .Select(Named);

        Assert.Empty(many);
    }

    // Of an override somebody else chose the parameters.
    private static bool IsSomebodyElses(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.OverrideKeyword);

    // Of what a route calls they are the parts of a request and what the host puts beside them: nobody writes the call.
    private static bool IsRoute(MethodDeclarationSyntax method) =>
        method.Parent is ClassDeclarationSyntax { Identifier.Text: var name }
        && name.EndsWith("Endpoints", StringComparison.Ordinal)
        && method.Modifiers.Any(SyntaxKind.PrivateKeyword);

    private static int Lines(MethodDeclarationSyntax method)
    {
        var lines = method.SyntaxTree.GetLineSpan(method.Span);
        return lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1;
    }

    private static string Named(MethodDeclarationSyntax method) =>
        $"{Path.GetRelativePath(Checkout.Root, method.SyntaxTree.FilePath)}: {method.Identifier.Text} has {method.ParameterList.Parameters.Count}";

    private static bool IsMadeByTools(string file) =>
        file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations");
}

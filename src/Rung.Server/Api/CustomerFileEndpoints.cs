using Microsoft.AspNetCore.Http.HttpResults;
using Rung.Core.Cases;
using Rung.Server.Api.Binding;
using Rung.Server.Api.Bodies;
using Rung.Server.Api.Problems;
using Rung.Server.Customers;
using Rung.Storage;

namespace Rung.Server.Api;

/// <summary>Customers from a file and as one, as their page takes and gives them (ESS-94).</summary>
internal static class CustomerFileEndpoints
{
    // In base64 some 20 MB of CSV: more rows than are read of one file have room in it.
    private const long MostBytes = 28 * 1024 * 1024;

    public static void Map(RouteGroupBuilder desk)
    {
        var files = desk.MapGroup("").WithTags("Customers");
        files
            .MapPost("/customers/import", Import)
            .WithName("import-customers")
            .WithSummary("Put customers on file from a CSV file, row by row, or say what would become of each row")
            .WithMetadata(new LargestBody(MostBytes));
        files
            .MapGet("/customers.csv", Export)
            .WithName("export-customers")
            .WithSummary("All customers as the CSV file that an import takes")
            .WithMetadata(Audit.Export.Mark)
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private static async Task<Results<Ok<ImportBody>, ProblemAnswer>> Import(
        AtDesk desk,
        ActingAs who,
        JsonBody<ImportRequest> body,
        CustomerImport import
    )
    {
        if (who.Actor.IsCustomer)
        {
            return CustomerAt.OnlyTheDesk;
        }
        if (Bytes(body.Value.Content) is not { } content)
        {
            return Wrong("It is no base64: send the bytes of the file so.");
        }
        var sheet = CustomerSheet.Of(content);
        if (sheet.Problem is { } problem)
        {
            return Wrong(problem);
        }
        var plan = body.Value.Preview ? await import.Look(desk.Guide, sheet) : await import.Do(desk.Guide, sheet);
        return TypedResults.Ok(ImportBody.Of(sheet, plan));
    }

    private static async Task<Results<FileContentHttpResult, ProblemAnswer>> Export(
        AtDesk desk,
        RungDatabase database
    ) =>
        TypedResults.File(
            CustomerCsv.Write(await CustomerExport.All(database, desk.Id)),
            "text/csv; charset=utf-8",
            $"{desk.Id}-customers.csv"
        );

    private static byte[]? Bytes(string content)
    {
        var bytes = new byte[content.Length];
        return Convert.TryFromBase64String(content, bytes, out var length) ? bytes[..length] : null;
    }

    private static ProblemAnswer Wrong(string what) =>
        Refusing.Because(ProblemKind.Of(RefusalCode.InvalidInput), "$.content", what);
}

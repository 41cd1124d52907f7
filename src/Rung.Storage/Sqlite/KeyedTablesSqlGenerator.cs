using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Rung.Storage.Sqlite;

/// <summary>
/// Tables whose key has several columns are kept in the order of that key (<c>WITHOUT ROWID</c>): one tree to write
/// instead of two, and the events of a case lie side by side.
/// </summary>
internal sealed class KeyedTablesSqlGenerator(
    MigrationsSqlGeneratorDependencies dependencies,
    IRelationalAnnotationProvider annotations
) : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(
        CreateTableOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder,
        bool terminate = true
    )
    {
        // The highest number and one more will do; AUTOINCREMENT would write a page of its own at every insert.
        operation.Columns.ForEach(column => column.RemoveAnnotation("Sqlite:Autoincrement"));
        var keyed = operation.PrimaryKey is { Columns.Length: > 1 };
        base.Generate(operation, model, builder, terminate: false);
        if (keyed)
        {
            builder.Append(" WITHOUT ROWID");
        }
        if (terminate)
        {
            builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
            EndStatement(builder);
        }
    }
}

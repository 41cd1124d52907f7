namespace Rung.Storage;

/// <summary>A column of bytes, in a table whose rows have an <c>id</c>; the names are constants of ours. S41</summary>
internal sealed class SqlContent(string table, string column)
{
    public string Table => table;

    public string Column => column;

    public string Read { get; } = $"SELECT {column} FROM {table} WHERE id = @id";

    /// <summary>Makes room in SQLite for as many bytes.</summary>
    public string Room { get; } = $"UPDATE {table} SET {column} = ZEROBLOB(@length) WHERE id = @id";

    public string Write { get; } = $"UPDATE {table} SET {column} = @content WHERE id = @id";
}

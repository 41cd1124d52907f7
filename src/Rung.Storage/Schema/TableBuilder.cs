using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rung.Storage.Schema;

/// <summary>
/// A table said in the database's own words: the names here are the names in SQL. There are no row classes, since
/// nothing is read or written through the change tracker.
/// </summary>
internal sealed class TableBuilder(EntityTypeBuilder<Dictionary<string, object>> table)
{
    private int _columns;

    public TableBuilder Number(string name)
    {
        Column<long>(name).ValueGeneratedNever();
        return this;
    }

    public TableBuilder NumberOrNull(string name)
    {
        Column<long?>(name);
        return this;
    }

    /// <summary>A key that the database counts up.</summary>
    public TableBuilder Counted(string name)
    {
        Column<long>(name).ValueGeneratedOnAdd();
        return Key(name);
    }

    public TableBuilder Text(string name)
    {
        Column<string>(name).IsRequired();
        return this;
    }

    public TableBuilder TextOrNull(string name)
    {
        Column<string?>(name).IsRequired(required: false);
        return this;
    }

    public TableBuilder Bytes(string name)
    {
        Column<byte[]>(name).IsRequired();
        return this;
    }

    public TableBuilder Key(params string[] names)
    {
        table.HasKey(names);
        return this;
    }

    public TableBuilder Unique(params string[] names)
    {
        table.HasIndex(names).IsUnique();
        return this;
    }

    public TableBuilder Index(string name, params string[] columns)
    {
        table.HasIndex(columns, name);
        return this;
    }

    public TableBuilder LiveIndex(string name, params string[] columns) => PartIndex("live = 1", name, columns);

    public TableBuilder ClosedIndex(string name, params string[] columns) => PartIndex("live = 0", name, columns);

    public TableBuilder EscalatedIndex(string name, params string[] columns) =>
        PartIndex("escalated > 0", name, columns);

    public TableBuilder IncidentIndex(string name, params string[] columns) => PartIndex("parts > 0", name, columns);

    public TableBuilder BelongsTo(string owner, string column)
    {
        table.HasOne(owner, navigationName: null).WithMany().HasForeignKey(column).OnDelete(DeleteBehavior.Restrict);
        return this;
    }

    private TableBuilder PartIndex(string filter, string name, string[] columns)
    {
        table.HasIndex(columns, name).HasFilter(filter);
        return this;
    }

    private PropertyBuilder<T> Column<T>(string name) => table.Property<T>(name).HasColumnOrder(_columns++);
}

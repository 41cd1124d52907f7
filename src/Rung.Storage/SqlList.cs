namespace Rung.Storage;

/// <summary>
/// Values for <c>IN</c>. The list is filled up to a power of two by repeating its last value, so that few different
/// statements have to be prepared.
/// </summary>
internal sealed record SqlList(string Sql, IReadOnlyList<SqlValue> Values)
{
    /// <param name="name">What the parameters' names begin with.</param>
    /// <param name="values">At least one.</param>
    /// <param name="bind">A value under a parameter's name.</param>
    public static SqlList Of<T>(string name, IReadOnlyList<T> values, Func<string, T, SqlValue> bind)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)values.Count);
        var filled = Enumerable.Range(0, size).Select(index => values[Math.Min(index, values.Count - 1)]);
        SqlValue[] parameters = [.. filled.Select((value, index) => bind($"{name}{index}", value))];
        return new SqlList($"({string.Join(", ", parameters.Select(value => "@" + value.Name))})", parameters);
    }
}

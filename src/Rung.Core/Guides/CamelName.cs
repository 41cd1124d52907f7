namespace Rung.Core.Guides;

/// <summary>Members of closed families as guides write them, <c>onHold</c> for <c>OnHold</c>; each name is made once.</summary>
internal static class CamelName
{
    public static string Of<T>(T member)
        where T : struct, Enum => Names<T>.All[member];

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All = Enum.GetValues<T>()
            .Distinct()
            .ToDictionary(member => member, member => Camel(member.ToString()));
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

namespace Rung.Core.Erasures;

/// <summary>
/// Somebody's: what people wrote, are called or are reached by. It goes when what belongs to them is erased. Of each text that an
/// event has this or <see cref="StaysAttribute"/> is said beside it; one of which neither is fails a test.
/// </summary>
/// <param name="leaves">What stands there afterwards.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class PersonalAttribute(Leaves leaves = Leaves.Mark) : Attribute
{
    /// <summary>What stands there afterwards.</summary>
    public Leaves Leaves => leaves;
}

/// <summary>What stands where something was erased.</summary>
public enum Leaves
{
    /// <summary><see cref="Erasing.Mark"/>; what was empty or not there stays so.</summary>
    Mark,

    /// <summary>Nothing: nobody is to write to, ring or look for the mark.</summary>
    Nothing,
}

/// <summary>
/// An id, a code, the name of an organisation, or who of the provider did something: times and counts hang on it, and it stays
/// when a case is erased.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class StaysAttribute : Attribute;

using Rung.Core.Cases;

namespace Rung.Server.Demo.Playing;

/// <summary>Something done to a case.</summary>
/// <param name="After">How long after the step before, in <see cref="StoryTime"/>'s words.</param>
internal sealed record StoryStep(string After, Part By, Func<Scene, CaseCommand> Command)
{
    public StoryStep(string after, Part by, CaseCommand command)
        : this(after, by, _ => command) { }
}

/// <summary>Who does it.</summary>
internal enum Part
{
    /// <summary>The engineer the case is assigned to.</summary>
    Engineer,

    /// <summary>Whoever answers at the desk.</summary>
    Agent,
    Leader,

    /// <summary>Who answers complaints.</summary>
    Handler,
    Contact,
}

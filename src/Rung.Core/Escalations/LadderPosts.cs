using Rung.Core.Cases;
using Rung.Core.Guides;

namespace Rung.Core.Escalations;

/// <summary>Who stands above the agents: the posts of a guide's ladders.</summary>
public static class LadderPosts
{
    /// <summary>Whether somebody holds one; where the guide has no ladder, everybody of the desk does.</summary>
    public static bool IsHeldBy(Guide guide, Actor who)
    {
        var posts = guide.Ladders.SelectMany(ladder => ladder.Levels).Select(level => level.Role).ToList();
        return who.Role == Actor.SystemRole || (posts.Count == 0 ? !who.IsCustomer : posts.Contains(who.Role));
    }
}

namespace Rung.Core.Cases;

/// <summary>What a customer's text says where it says one thing in a few plain words, and nothing besides.</summary>
public enum Gist
{
    /// <summary>Anything else, so that a person has to read it.</summary>
    Other,

    /// <summary>That it works: "Yes, all fixed, thank you". It decides nothing; an agent is shown it. A-10.</summary>
    Confirms,

    /// <summary>How things stand: "Any news?". An update request. ESS-78.</summary>
    AsksForNews,
}

using Rung.Core.Guides.Reading;

namespace Rung.Core.Guides.Checking;

/// <summary>Conditions that contradict themselves, or the condition of the part that they belong to.</summary>
internal static class NeverHolds
{
    public static GuideCheck Check { get; } = new([], Run);

    private static void Run(CheckContext context)
    {
        foreach (var (part, key, whens) in WhenUse.In(context.Guide))
        {
            if (context.Places.Map(part)?.Entry(key) is not null && WhenCases.NeverHold(whens))
            {
                context.Report(
                    ProblemCode.UnreachableRule,
                    (part, key),
                    "no case can ever be like this",
                    "give each fact values that can hold together"
                );
            }
        }
        foreach (var flag in context.Guide.Flags.Where(flag => flag.SetWhen.AsksFlags()))
        {
            context.Report(
                ProblemCode.UnreachableRule,
                (flag, "setWhen"),
                $"the flag `{flag.Id}` asks for flags, so it never sets itself",
                "ask for other facts"
            );
        }
    }
}

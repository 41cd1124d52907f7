using System.Runtime.InteropServices;

namespace Rung.Core.Time.Compiled;

/// <summary>Where an open span begins and how much was worked before it, in nanoseconds from the begin of its table.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct OpenStep(ulong Start, ulong Worked)
{
    public readonly struct ByStart : IStepKey
    {
        public static ulong Of(in OpenStep step) => step.Start;
    }

    public readonly struct ByWorked : IStepKey
    {
        public static ulong Of(in OpenStep step) => step.Worked;
    }
}

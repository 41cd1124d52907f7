using System.Runtime.InteropServices;

namespace Rung.Core.Time.Compiled;

/// <summary>Open time between two instants, half-open, never empty.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OpenSpan(long From, long To);

using System.Runtime.InteropServices;

namespace Rung.Core.Guides.Reading;

/// <summary>A place in the guide's file: line and column, both counted from 1.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Line, int Column)
{
    public static Place Start { get; } = new(1, 1);

    public bool IsAfter(Place other) => (Line, Column).CompareTo((other.Line, other.Column)) > 0;
}

namespace Rung.Server.Commands.ClockCompute;

/// <summary>Keeps the first thing found wrong with a line, so that reading may go on and need not be interrupted.</summary>
internal sealed class FirstFinding
{
    /// <summary>The first one, or null while all is well.</summary>
    public ComputeError? First { get; private set; }

    /// <summary>Reports a finding; only the first counts.</summary>
    public void Add(string code, string message) => First ??= new ComputeError(code, message);

    /// <summary>Reports that reading cannot go on: this counts, whatever was found before.</summary>
    public void Break(string code, string message) => First = new ComputeError(code, message);

    /// <summary>Reports a finding and gives a value to go on with.</summary>
    public T Add<T>(string code, string message, T instead)
    {
        Add(code, message);
        return instead;
    }
}

namespace Rung.Core.Reports;

/// <summary>A step of the complaint process. A complaint counts in one of the columns.</summary>
/// <param name="Name">The guide's name of the step.</param>
/// <param name="Holding">Met in time by a holding reply.</param>
/// <param name="Full">Met in time by the full answer, or by what the step asks for.</param>
/// <param name="Late">Met after its due.</param>
/// <param name="NotDone">Past its due and not met.</param>
/// <param name="Open">Its due is still to come.</param>
public sealed record ComplaintRow(string Name, int Holding, int Full, int Late, int NotDone, int Open)
{
    /// <summary>Holding and full answers together. ESS-92.</summary>
    public int InTime => Holding + Full;

    /// <summary>Met or past their due: what the share is of.</summary>
    public int All => InTime + Late + NotDone;

    /// <summary>Answered in time among all, 0 to 1; null: there were none.</summary>
    public decimal? Share => All > 0 ? (decimal)InTime / All : null;
}
